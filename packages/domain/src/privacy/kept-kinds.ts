import { type Bilingual, inBoth } from '#facts';

/** What is kept about a person, by the table that holds it. */
export const keptKindLabels: Readonly<Record<string, Bilingual>> = {
  customer: inBoth('Master data', 'Datos básicos'), customer_identity: inBoth('Keys (tax number, e-mail, other systems)', 'Claves (NIF, correo, otros sistemas)'),
  contact: inBoth('Contacts', 'Contactos'), contact_point: inBoth('E-mails and telephones', 'Correos y teléfonos'), address: inBoth('Addresses', 'Direcciones'),
  consent: inBoth('Consents', 'Consentimientos'), activity: inBoth('Activities and tasks', 'Actividades y tareas'), notification: inBoth('Notices to staff', 'Avisos al personal'),
  lead: inBoth('Leads', 'Leads'), opportunity: inBoth('Opportunities', 'Oportunidades'), opportunity_visit: inBoth('Stages of opportunities', 'Fases de oportunidades'),
  sales_order: inBoth('Orders', 'Pedidos'), order_line: inBoth('Order lines', 'Líneas de pedido'), order_return: inBoth('Returns', 'Devoluciones'),
  cycle: inBoth('Cycles', 'Ciclos'), cycle_visit: inBoth('Phases of cycles', 'Fases de ciclos'), timeline_event: inBoth('Events', 'Hechos'),
  event_personal: inBoth('Values in events', 'Valores en los hechos'), stage_visit: inBoth('Lifecycle stages', 'Etapas'), segment_member: inBoth('Segments', 'Segmentos'),
};

const columns: Readonly<Record<string, Bilingual>> = {
  kind: inBoth('Kind', 'Tipo'), name: inBoth('Name', 'Nombre'), given_name: inBoth('First name', 'Nombre de pila'), family_name: inBoth('Last name', 'Apellidos'),
  tax_id: inBoth('Tax number', 'NIF'), tax_country: inBoth('Country of the tax number', 'País del NIF'), birth_date: inBoth('Date of birth', 'Fecha de nacimiento'),
  language: inBoth('Language', 'Idioma'), tags: inBoth('Tags', 'Etiquetas'), source: inBoth('Source', 'Origen'), custom: inBoth('Own fields', 'Campos propios'),
  customer_since: inBoth('Customer since', 'Cliente desde'), do_not_contact: inBoth('Do not contact', 'No contactar'), preferred_channel: inBoth('Preferred channel', 'Canal preferido'),
  value: inBoth('Value', 'Valor'), label: inBoth('Label', 'Etiqueta'), street: inBoth('Street', 'Calle'), city: inBoth('City', 'Ciudad'), province: inBoth('Province', 'Provincia'),
  postal_code: inBoth('Postal code', 'Código postal'), country: inBoth('Country', 'País'), channel: inBoth('Channel', 'Canal'), state: inBoth('State', 'Estado'),
  purpose: inBoth('Purpose', 'Finalidad'), lawful_basis: inBoth('Lawful basis', 'Base jurídica'), proof: inBoth('Proof', 'Prueba'), wording: inBoth('Words shown', 'Texto mostrado'),
  document: inBoth('Document', 'Documento'), given_at: inBoth('Given at', 'Fecha'), valid_until: inBoth('Holds until', 'Vale hasta'), subject: inBoth('Subject', 'Asunto'),
  body: inBoth('Text', 'Texto'), message: inBoth('Message', 'Mensaje'), occurred_at: inBoth('When', 'Cuándo'), direction: inBoth('Direction', 'Sentido'), title: inBoth('Title', 'Título'),
  stage: inBoth('Stage', 'Fase'), status: inBoth('Status', 'Estado'), amount: inBoth('Amount (minor units)', 'Importe (céntimos)'), currency: inBoth('Currency', 'Moneda'),
  number: inBoth('Number', 'Número'), placed_at: inBoth('Ordered', 'Fecha del pedido'), description: inBoth('Description', 'Descripción'), quantity: inBoth('Quantity', 'Cantidad'),
  created_at: inBoth('Entered', 'Alta'), updated_at: inBoth('Changed', 'Modificado'), type: inBoth('Type', 'Tipo'), payload: inBoth('Details', 'Detalles'), values: inBoth('Values', 'Valores'),
  job_title: inBoth('Position', 'Cargo'), role: inBoth('Role', 'Papel'), captured_at: inBoth('Received', 'Recibido'), opened_at: inBoth('Opened', 'Abierto'), closed_at: inBoth('Closed', 'Cerrado'),
  phase: inBoth('Phase', 'Fase'), entered_at: inBoth('Entered on', 'Desde'), left_at: inBoth('Left on', 'Hasta'), because: inBoth('Reasons', 'Motivos'), qualification: inBoth('Qualification', 'Cualificación'),
};

/** What a value is called; where there is no word for it, by its name. */
export const keptValueLabel = (column: string, language: 'en' | 'es'): string => columns[column]?.[language] ?? column.replaceAll('_', ' ');
