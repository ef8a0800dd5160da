import { headerKey } from '../cells/index.ts';
import type { Room } from '../mapping/index.ts';

/** What columns are called in other systems and in people's sheets, by target; the better name first. */
type Names = Readonly<Record<string, readonly string[]>>;

const party: Names = {
  'customer.givenName': ['First Name', 'Given Name', 'Person - First name', 'Forename', 'Nombre de pila', 'Persona - Nombre de pila', 'Primer nombre'],
  'customer.familyName': ['Last Name', 'Family Name', 'Surname', 'Person - Last name', 'Apellidos', 'Apellido', 'Primer apellido', 'Segundo apellido', 'Apellido 1', 'Apellido 2', 'Persona - Apellidos', 'Persona - Apellido'],
  'customer.name': [
    'Company Name', 'Company', 'Organization - Name', 'Organization', 'Organisation', 'Organization Name', 'Account Name', 'Associated Company', 'Razón social', 'Empresa',
    'Nombre empresa', 'Nombre comercial', 'Denominación', 'Business Name', 'Organization 1 - Name', 'Customer Name', 'Client Name', 'Nombre cliente', 'Nombre del cliente',
    'Nombre de la empresa', 'Nombre de empresa', 'Empresa asociada', 'Nombre de la cuenta', 'Nombre de cuenta', 'Compañía', 'Nombre de la compañía', 'Compañía relacionada',
    'Organización', 'Organización - Nombre', 'Nombre de la organización', 'Trato - Organización', 'Negocio - Organización', 'Persona - Organización',
  ],
  'customer.contactName': [
    'Contact person', 'Contact Name', 'Person - Name', 'Primary Contact', 'Persona de contacto', 'Contacto', 'Nombre de contacto', 'Trato - Persona de contacto',
    'Negocio - Persona de contacto', 'Persona - Nombre', 'Nombre del contacto', 'Contacto principal',
  ],
  'customer.contactTitle': ['Job Title', 'Contact Title', 'Position', 'Cargo', 'Puesto', 'Organization 1 - Title', 'Occupation', 'Puesto de trabajo'],
  'customer.email': [
    'Email', 'Email Address', 'E-mail', 'Correo electrónico', 'Correo', 'Mail', 'E-mail 1 - Value', 'Person - Email (Work)', 'Person - Email', 'Work Email', 'Email 1',
    'Person - Email (Home)', 'E-mail 2 - Value', 'Email 2', 'Persona - Correo electrónico', 'Persona - Correo electrónico - Trabajo', 'Dirección de correo electrónico',
    'Dirección de correo', 'Dirección de email', 'Correo electrónico del contacto', 'Correo electrónico 1', 'Correo 1', 'Correo electrónico 2', 'Correo 2',
  ],
  'customer.phone': [
    'Phone', 'Phone Number', 'Telephone', 'Teléfono', 'Tel', 'Telf', 'Tlf', 'Teléfono fijo', 'Business Phone', 'Work Phone', 'Phone 1 - Value', 'Person - Phone',
    'Teléfono 1', 'Phone 1', 'Phone 2 - Value', 'Número de teléfono', 'Nº de teléfono', 'Persona - Teléfono', 'Persona - Teléfono - Trabajo', 'Teléfono principal',
    'Teléfono de contacto', 'Teléfono de trabajo', 'Tfno', 'Tlfno', 'Teléfono 2',
  ],
  'customer.mobile': [
    'Mobile', 'Mobile Phone', 'Mobile Phone Number', 'Cell', 'Cell Phone', 'Móvil', 'Teléfono móvil', 'Celular', 'Número de teléfono móvil', 'Número de móvil',
    'Persona - Teléfono - Móvil', 'Teléfono celular',
  ],
  'customer.website': [
    'Website', 'Website URL', 'Web', 'URL', 'Página web', 'Sitio web', 'Website 1 - Value', 'URL del sitio web', 'Nombre de dominio de la empresa', 'Dirección web',
  ],
  'customer.taxId': [
    'NIF', 'CIF', 'NIF/CIF', 'CIF/NIF', 'NIF/CIF/NIE', 'DNI', 'DNI/NIF', 'NIE', 'Tax ID', 'Tax Number', 'VAT', 'VAT Number', 'VAT ID', 'Identificación fiscal',
    'Número de identificación fiscal', 'Número de IVA',
  ],
  'customer.birthDate': ['Birthday', 'Birth Date', 'Date of Birth', 'DOB', 'Fecha de nacimiento', 'Fecha nacimiento', 'Cumpleaños'],
  'customer.iban': ['IBAN'],
  'customer.addressLine1': [
    'Address', 'Street', 'Street Address', 'Address Line 1', 'Address 1', 'Billing Street', 'BillingStreet', 'Mailing Street', 'Organization - Address',
    'Address 1 - Street', 'Dirección', 'Domicilio', 'Calle', 'Calle de facturación', 'Dirección de facturación', 'Organización - Dirección', 'Dirección 1',
    'Dirección postal', 'Dirección fiscal', 'Calle y número',
  ],
  'customer.addressLine2': ['Address Line 2', 'Address 2', 'Street 2', 'Dirección 2', 'Address 1 - Extended Address', 'Calle 2'],
  'customer.city': [
    'City', 'Town', 'Billing City', 'Mailing City', 'Address 1 - City', 'Ciudad', 'Población', 'Localidad', 'Municipio', 'Ciudad de facturación',
    'Población de facturación',
  ],
  'customer.region': [
    'State/Region', 'State', 'Province', 'Region', 'Billing State', 'Mailing State', 'Address 1 - Region', 'Provincia', 'County', 'Estado/región', 'Estado/Provincia',
    'Estado o provincia', 'Estado de facturación', 'Estado o provincia de facturación', 'Provincia de facturación',
  ],
  'customer.postalCode': [
    'Postal Code', 'Zip Code', 'Zip', 'Postcode', 'Zip/Postal Code', 'Billing Postal Code', 'Address 1 - Postal Code', 'Código postal', 'CP', 'C.P.', 'C. Postal',
    'Cód. postal', 'Código postal de facturación', 'Código de facturación',
  ],
  'customer.country': ['Country', 'Country/Region', 'Billing Country', 'Mailing Country', 'Address 1 - Country', 'País', 'País/región', 'País de facturación'],
};

const source = [
  'Original Source', 'Lead Source', 'Source', 'Origen', 'Fuente', 'Procedencia', 'Fuente original', 'Fuente de Posible cliente', 'Origen del prospecto',
  'Origen del candidato', 'Origen del lead', 'Fuente del lead',
];
const created = [
  'Create Date', 'Created Date', 'Created Time', 'Created At', 'Creation Date', 'Fecha de creación', 'Fecha de alta', 'Fecha alta', 'F. Alta', 'Alta', 'Fecha creación',
  'Creado el', 'Hora de creación', 'Fecha de registro',
];

/** By room; the targets that come first take a column before the others. */
export const columnNames: Readonly<Record<Room, Names>> = {
  customers: {
    'customer.externalId': [
      'Record ID', 'Customer ID', 'Customer Number', 'Account ID', 'Contact ID', 'Client ID', 'Person - ID', 'Organization - ID', 'ID', 'Código', 'Código cliente',
      'Código de cliente', 'ID cliente', 'Número de cliente', 'Account Number', 'Cód. cliente', 'Nº cliente', 'Núm. cliente', 'ID de registro', 'Id. de la cuenta',
      'ID de cuenta', 'ID de empresa', 'ID de contacto', 'Código de contacto', 'Persona - ID', 'Organización - ID', 'ID externo', 'Cód',
    ],
    ...party,
    'customer.owner': [
      'Customer Owner', 'Account Owner', 'Company owner', 'Contact owner', 'Owner', 'Responsable', 'Comercial', 'Propietario', 'Propietario de la empresa',
      'Propietario de la cuenta', 'Propietario de cuenta', 'Propietario del contacto', 'Persona - Propietario', 'Organización - Propietario', 'Agente', 'Agente comercial',
      'Vendedor', 'Asignado a',
    ],
    'customer.language': ['Language', 'Idioma'],
    'customer.customerSince': ['Customer Since', 'Cliente desde', ...created],
    'customer.tags': ['Tags', 'Etiquetas', 'Labels', 'Etiqueta'],
    'customer.firstSource': source,
    'customer.doNotContact': ['Do Not Contact', 'No contactar'],
  },
  contacts: {
    'contact.organisation': [
      'Account Name', 'Company', 'Company Name', 'Organization', 'Organization - Name', 'Associated Company', 'Empresa', 'Organización', 'Razón social',
      'Nombre de la cuenta', 'Nombre de cuenta', 'Nombre de la empresa', 'Empresa asociada', 'Compañía', 'Organización - Nombre',
    ],
    'contact.organisationId': [
      'Account ID', 'Company ID', 'Organization ID', 'Associated Company IDs', 'Código cliente', 'Código de cliente', 'Id. de la cuenta', 'ID de cuenta', 'ID de empresa',
      'IDs de empresas asociadas', 'Cód. cliente',
    ],
    'contact.taxId': party['customer.taxId']!,
    'contact.givenName': party['customer.givenName']!,
    'contact.familyName': party['customer.familyName']!,
    'contact.name': [
      'Contact Name', 'Full Name', 'Person - Name', 'Contacto', 'Persona de contacto', 'Nombre completo', 'Nombre de contacto', 'Nombre del contacto', 'Persona - Nombre',
    ],
    'contact.jobTitle': ['Title', ...party['customer.contactTitle']!],
    'contact.email': party['customer.email']!,
    'contact.phone': [...party['customer.phone']!, ...party['customer.mobile']!],
    'contact.country': ['Country', 'País'],
  },
  activities: {
    'activity.externalId': ['Activity ID', 'Task ID', 'Record ID', 'ID', 'Actividad - ID', 'ID de registro', 'ID de la actividad', 'ID de actividad', 'ID externo'],
    'activity.kind': ['Activity Type', 'Activity - Type', 'Type', 'Tipo', 'Tipo de actividad', 'Actividad - Tipo'],
    'activity.direction': ['Direction', 'Call Direction', 'Sentido'],
    'activity.subject': ['Activity - Subject', 'Subject', 'Asunto', 'Title', 'Título', 'Actividad - Asunto'],
    'activity.body': [
      'Activity - Note', 'Note - Content', 'Body', 'Comments', 'Description', 'Notes', 'Notas', 'Texto', 'Comentarios', 'Descripción', 'Actividad - Nota', 'Nota',
      'Observaciones',
    ],
    'activity.occurredAt': ['Activity Date', 'Activity - Date', 'Date', 'Fecha', ...created],
    'activity.dueAt': ['Due Date', 'Activity - Due date', 'Vencimiento', 'Fecha de vencimiento', 'Actividad - Fecha de vencimiento', 'Fecha límite', 'Fecha vencimiento'],
    'activity.doneAt': ['Completed', 'Completed At', 'Activity - Marked as done time', 'Fecha de realización', 'Completada el', 'Fecha de finalización'],
    'activity.durationMinutes': ['Duration', 'Duration (minutes)', 'Duración', 'Duración (minutos)'],
    'activity.owner': [
      'Assigned To', 'Activity - Assigned to user', 'Owner', 'Responsable', 'Comercial', 'Actividad - Asignado a', 'Asignado a', 'Propietario', 'Vendedor', 'Agente',
    ],
    ...party,
    'customer.externalId': ['Customer ID', 'Account ID', 'Código cliente', 'Código de cliente', 'Cód. cliente', 'ID cliente'],
  },
  products: {
    'product.code': [
      'Code', 'SKU', 'Product Code', 'Product ID', 'Stock Code', 'Item Code', 'Reference', 'Código', 'Referencia', 'Código artículo', 'Código de artículo', 'Código producto',
      'ID', 'Referencia interna', 'Cód. artículo', 'Cód. producto', 'Cód', 'Ref',
    ],
    'product.name': ['Name', 'Product Name', 'Description', 'Nombre', 'Descripción', 'Artículo', 'Producto', 'Product', 'Nombre del producto', 'Nombre producto'],
    'product.category': ['Category', 'Category Name', 'Product Category', 'Categoría', 'Familia', 'Categoría de producto', 'Categoría del producto'],
    'product.unit': ['Unit', 'Unidad', 'Quantity Per Unit', 'Unit of Measure', 'Unidad de medida', 'Ud'],
    'product.currency': ['Currency', 'Moneda', 'Divisa'],
    'product.listPrice': ['List Price', 'Unit Price', 'Price', 'Precio', 'PVP', 'Tarifa', 'Precio unitario', 'Precio de venta', 'Precio venta', 'Precio de tarifa'],
    'product.cost': ['Cost', 'Unit Cost', 'Coste', 'Precio de coste', 'P. Coste', 'Precio coste', 'Precio de compra', 'Coste unitario'],
    'product.active': ['Active', 'Activo'],
  },
  leads: {
    'lead.externalId': ['Record ID', 'Lead ID', 'ID', 'ID de registro', 'ID de lead', 'ID del lead', 'Id. del candidato', 'ID externo', 'Código'],
    'lead.owner': [
      'Lead Owner', 'Contact owner', 'Owner', 'Responsable', 'Comercial', 'Propietario', 'Propietario del lead', 'Propietario de Posible cliente',
      'Propietario del candidato', 'Propietario del prospecto', 'Propietario del contacto', 'Vendedor', 'Agente', 'Asignado a',
    ],
    'lead.status': ['Lead Status', 'Status', 'Estado del lead', 'Estado de Posible cliente', 'Estado del candidato', 'Estado del prospecto'],
    'lead.source': source,
    'lead.channel': ['Channel', 'Canal'],
    'lead.campaign': ['Campaign', 'Campaign Name', 'UTM Campaign', 'Campaña'],
    'lead.subject': ['Subject', 'Asunto'],
    'lead.message': ['Message', 'Description', 'Comments', 'Mensaje', 'Comentarios', 'Descripción', 'Notes', 'Notas', 'Observaciones'],
    'lead.budget': ['Budget', 'Presupuesto'],
    'lead.capturedAt': [...created, 'Date', 'Fecha'],
    ...party,
  },
  opportunities: {
    'opportunity.externalId': [
      'Deal - Pipedrive System ID', 'Deal - ID', 'Record ID', 'Deal ID', 'Opportunity ID', 'ID', 'Trato - ID', 'Negocio - ID', 'Id. de la oportunidad',
      'ID de la oportunidad', 'ID del negocio', 'ID de registro', 'ID externo', 'Código',
    ],
    'opportunity.title': [
      'Deal - Title', 'Deal Name', 'Opportunity Name', 'Title', 'Título', 'Oportunidad', 'Deal', 'Opportunity', 'Trato - Título', 'Negocio - Título', 'Nombre del negocio',
      'Nombre de Trato', 'Nombre del trato', 'Nombre de la oportunidad', 'Nombre de oportunidad', 'Trato', 'Negocio',
    ],
    'opportunity.amount': [
      'Deal - Value', 'Amount', 'Value', 'Importe', 'Valor', 'Trato - Valor', 'Negocio - Valor', 'Valor del negocio', 'Importe previsto', 'Importe estimado',
      'Ingresos esperados', 'Ingreso esperado',
    ],
    'opportunity.currency': ['Deal - Currency of value', 'Deal - Currency', 'Currency', 'Moneda', 'Divisa', 'Trato - Moneda de Valor', 'Trato - Moneda', 'Negocio - Moneda'],
    'opportunity.pipeline': ['Deal - Pipeline', 'Pipeline', 'Embudo', 'Trato - Embudo', 'Negocio - Embudo', 'Embudo de ventas'],
    'opportunity.stage': [
      'Deal - Stage (pipeline)', 'Deal - Stage', 'Deal Stage', 'Stage', 'Fase', 'Etapa', 'Trato - Etapa', 'Negocio - Etapa', 'Etapa del negocio', 'Etapa de la oportunidad',
      'Fase de la oportunidad',
    ],
    'opportunity.status': ['Deal - Status', 'Status', 'Trato - Estado', 'Negocio - Estado', 'Estado de la oportunidad'],
    'opportunity.openedAt': [
      'Deal - Creation date', 'Deal - Deal created', 'Opened', 'Trato - Trato creado', 'Negocio - Negocio creado', 'Trato creado', 'Negocio creado', 'Fecha de apertura',
      ...created,
    ],
    'opportunity.closedAt': [
      'Deal - Won time', 'Deal - Lost time', 'Deal - Closed on', 'Close Date', 'Closed Date', 'Fecha de cierre', 'Trato - Hora de ganado', 'Trato - Hora de pérdida',
      'Trato - Trato cerrado el', 'Trato cerrado el', 'Fecha cierre', 'Cerrado el', 'Cerrada el',
    ],
    'opportunity.expectedCloseOn': [
      'Deal - Expected close date', 'Expected Close Date', 'Cierre previsto', 'Fecha prevista de cierre', 'Trato - Fecha prevista de cierre',
      'Negocio - Fecha prevista de cierre', 'Fecha prevista', 'Fecha de cierre prevista', 'Fecha prevista cierre', 'Previsión de cierre', 'Cierre esperado',
      'Fecha de cierre esperada', 'Fecha estimada de cierre', 'Fecha de cierre estimada',
    ],
    'opportunity.closeNote': [
      'Deal - Lost reason', 'Lost Reason', 'Closed Lost Reason', 'Motivo de pérdida', 'Trato - Motivo de pérdida', 'Negocio - Motivo de pérdida', 'Motivo de negocio perdido',
      'Motivo de la pérdida',
    ],
    'opportunity.owner': [
      'Deal - Owner', 'Deal Owner', 'Opportunity Owner', 'Owner', 'Responsable', 'Comercial', 'Trato - Propietario', 'Negocio - Propietario', 'Propietario del negocio',
      'Propietario de Trato', 'Propietario del trato', 'Propietario de oportunidad', 'Propietario de la oportunidad', 'Propietario', 'Vendedor', 'Agente', 'Asignado a',
    ],
    'opportunity.source': source,
    ...party,
  },
  orders: {
    'order.number': [
      'Order Number', 'Order ID', 'Order No', 'Invoice No', 'Invoice Number', 'Invoice', 'Número de pedido', 'N.º pedido', 'Nº pedido', 'Pedido', 'Número de factura',
      'Factura', 'Order', 'Referencia del pedido', 'Nº de pedido', 'Núm. pedido', 'Número pedido', 'Nº factura', 'Nº de factura', 'Número factura',
    ],
    'order.customer': [
      'Customer ID', 'Customer Code', 'Customer Number', 'Client ID', 'Código cliente', 'Código de cliente', 'ID cliente', 'Cód. cliente', 'Nº cliente', 'Customer',
    ],
    'order.placedAt': [
      'Order Date', 'Invoice Date', 'Placed At', 'Fecha pedido', 'Fecha de pedido', 'Fecha factura', 'Date', 'Fecha', 'F. Pedido', 'Fecha del pedido', 'F. Factura',
      'Fecha de factura', 'Fecha de la factura',
    ],
    'order.currency': ['Currency', 'Moneda', 'Divisa'],
    'order.deliveredAt': ['Delivered', 'Delivery Date', 'Shipped Date', 'Fecha de entrega', 'Fecha entrega'],
    'order.settledAt': ['Paid At', 'Payment Date', 'Fecha de pago', 'Fecha pago'],
    'line.product': [
      'Stock Code', 'SKU', 'Product Code', 'Product ID', 'Item Code', 'Código artículo', 'Código de artículo', 'Código producto', 'Referencia', 'Artículo', 'Product',
      'Producto', 'Referencia interna', 'Cód. artículo', 'Cód. producto', 'Ref',
    ],
    'line.description': ['Description', 'Product Name', 'Descripción', 'Concepto'],
    'line.quantity': ['Quantity', 'Qty', 'Cantidad', 'Unidades', 'Uds', 'Cant', 'Ud', 'Unid'],
    'line.unitPrice': ['Unit Price', 'Price', 'Precio', 'Precio unitario', 'Precio ud', 'P. unitario', 'Precio venta', 'Precio de venta'],
    'line.discountPercent': ['Discount %', '% Discount', 'Dto %', '% Dto', 'Descuento %', 'Descuento (%)'],
    'customer.name': [
      'Customer Name', 'Company Name', 'Company', 'Nombre cliente', 'Razón social', 'Empresa', 'Nombre de la empresa', 'Compañía', 'Razón social del cliente',
      'Nombre del cliente',
    ],
    'customer.email': ['Email', 'Customer Email', 'Correo', 'Correo electrónico', 'Email del cliente', 'Correo del cliente'],
    'customer.country': ['Country', 'País'],
  },
};

/** Names that say less: taken as what the file still lacks. */
export const plainNames = new Set(['Name', 'Nombre', 'Full Name', 'Nombre completo', 'Nombre y apellidos', 'Title', 'Cliente', 'Estado', 'Fecha'].map(headerKey));

/** Words by which a file tells what its rows are. */
export const tellingNames: Readonly<Partial<Record<Room, readonly string[]>>> = {
  contacts: ['Account ID', 'Contact ID', 'Company ID', 'Associated Company IDs', 'ID de contacto', 'IDs de empresas asociadas'].map(headerKey),
  activities: ['Activity Type', 'Activity ID', 'Task ID', 'Activity - Type', 'Activity Date', 'Tipo de actividad', 'Due Date', 'Vencimiento', 'Actividad - Tipo', 'Actividad - Asunto', 'Asunto', 'Fecha límite'].map(headerKey),
  leads: [
    'Lead Status', 'Lead Source', 'Lead Owner', 'Lead ID', 'Estado del lead', 'Origen del lead', 'Propietario del lead', 'Estado de Posible cliente', 'Fuente de Posible cliente',
    'Propietario de Posible cliente', 'Estado del candidato', 'Origen del candidato', 'Propietario del candidato', 'Estado del prospecto', 'Propietario del prospecto', 'Mensaje',
  ].map(headerKey),
};
