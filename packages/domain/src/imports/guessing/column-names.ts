import { headerKey } from '../cells/index.ts';
import type { Room } from '../mapping/index.ts';

/** What columns are called in other systems and in people's sheets, by target; the better name first. */
type Names = Readonly<Record<string, readonly string[]>>;

const party: Names = {
  'customer.givenName': ['First Name', 'Given Name', 'Person - First name', 'Forename', 'Nombre de pila'],
  'customer.familyName': ['Last Name', 'Family Name', 'Surname', 'Person - Last name', 'Apellidos', 'Apellido', 'Primer apellido'],
  'customer.name': [
    'Company Name', 'Company', 'Organization - Name', 'Organization', 'Organisation', 'Organization Name', 'Account Name', 'Associated Company', 'Razón social', 'Empresa',
    'Nombre empresa', 'Nombre comercial', 'Denominación', 'Business Name', 'Organization 1 - Name', 'Customer Name', 'Client Name', 'Nombre cliente', 'Nombre del cliente',
  ],
  'customer.contactName': ['Contact person', 'Contact Name', 'Person - Name', 'Primary Contact', 'Persona de contacto', 'Contacto', 'Nombre de contacto'],
  'customer.contactTitle': ['Job Title', 'Contact Title', 'Position', 'Cargo', 'Puesto', 'Organization 1 - Title', 'Occupation'],
  'customer.email': [
    'Email', 'Email Address', 'E-mail', 'Correo electrónico', 'Correo', 'Mail', 'E-mail 1 - Value', 'Person - Email (Work)', 'Person - Email', 'Work Email', 'Email 1',
    'Person - Email (Home)', 'E-mail 2 - Value', 'Email 2',
  ],
  'customer.phone': ['Phone', 'Phone Number', 'Telephone', 'Teléfono', 'Tel', 'Telf', 'Tlf', 'Teléfono fijo', 'Business Phone', 'Work Phone', 'Phone 1 - Value', 'Person - Phone', 'Teléfono 1', 'Phone 1', 'Phone 2 - Value'],
  'customer.mobile': ['Mobile', 'Mobile Phone', 'Mobile Phone Number', 'Cell', 'Cell Phone', 'Móvil', 'Teléfono móvil', 'Celular'],
  'customer.website': ['Website', 'Website URL', 'Web', 'URL', 'Página web', 'Sitio web', 'Website 1 - Value'],
  'customer.taxId': ['NIF', 'CIF', 'NIF/CIF', 'CIF/NIF', 'NIF/CIF/NIE', 'DNI', 'DNI/NIF', 'NIE', 'Tax ID', 'Tax Number', 'VAT', 'VAT Number', 'VAT ID', 'Identificación fiscal'],
  'customer.birthDate': ['Birthday', 'Birth Date', 'Date of Birth', 'DOB', 'Fecha de nacimiento', 'Fecha nacimiento'],
  'customer.iban': ['IBAN'],
  'customer.addressLine1': [
    'Address', 'Street', 'Street Address', 'Address Line 1', 'Address 1', 'Billing Street', 'BillingStreet', 'Mailing Street', 'Organization - Address', 'Address 1 - Street', 'Dirección', 'Domicilio', 'Calle',
  ],
  'customer.addressLine2': ['Address Line 2', 'Address 2', 'Street 2', 'Dirección 2', 'Address 1 - Extended Address'],
  'customer.city': ['City', 'Town', 'Billing City', 'Mailing City', 'Address 1 - City', 'Ciudad', 'Población', 'Localidad', 'Municipio'],
  'customer.region': ['State/Region', 'State', 'Province', 'Region', 'Billing State', 'Mailing State', 'Address 1 - Region', 'Provincia', 'County'],
  'customer.postalCode': ['Postal Code', 'Zip Code', 'Zip', 'Postcode', 'Zip/Postal Code', 'Billing Postal Code', 'Address 1 - Postal Code', 'Código postal', 'CP', 'C.P.'],
  'customer.country': ['Country', 'Country/Region', 'Billing Country', 'Mailing Country', 'Address 1 - Country', 'País'],
};

const source = ['Original Source', 'Lead Source', 'Source', 'Origen', 'Fuente', 'Procedencia'];
const created = ['Create Date', 'Created Date', 'Created Time', 'Created At', 'Creation Date', 'Fecha de creación', 'Fecha de alta', 'Fecha alta'];

/** By room; the targets that come first take a column before the others. */
export const columnNames: Readonly<Record<Room, Names>> = {
  customers: {
    'customer.externalId': [
      'Record ID', 'Customer ID', 'Customer Number', 'Account ID', 'Contact ID', 'Client ID', 'Person - ID', 'Organization - ID', 'ID', 'Código', 'Código cliente', 'Código de cliente', 'ID cliente', 'Número de cliente', 'Account Number',
    ],
    ...party,
    'customer.owner': ['Customer Owner', 'Account Owner', 'Company owner', 'Contact owner', 'Owner', 'Responsable', 'Comercial', 'Propietario'],
    'customer.language': ['Language', 'Idioma'],
    'customer.customerSince': ['Customer Since', 'Cliente desde', ...created],
    'customer.tags': ['Tags', 'Etiquetas', 'Labels'],
    'customer.firstSource': source,
    'customer.doNotContact': ['Do Not Contact', 'No contactar'],
  },
  contacts: {
    'contact.organisation': ['Account Name', 'Company', 'Company Name', 'Organization', 'Organization - Name', 'Associated Company', 'Empresa', 'Organización', 'Razón social'],
    'contact.organisationId': ['Account ID', 'Company ID', 'Organization ID', 'Associated Company IDs', 'Código cliente', 'Código de cliente'],
    'contact.taxId': party['customer.taxId']!,
    'contact.givenName': party['customer.givenName']!,
    'contact.familyName': party['customer.familyName']!,
    'contact.name': ['Contact Name', 'Full Name', 'Person - Name', 'Contacto', 'Persona de contacto', 'Nombre completo'],
    'contact.jobTitle': ['Title', ...party['customer.contactTitle']!],
    'contact.email': party['customer.email']!,
    'contact.phone': [...party['customer.phone']!, ...party['customer.mobile']!],
    'contact.country': ['Country', 'País'],
  },
  activities: {
    'activity.externalId': ['Activity ID', 'Task ID', 'Record ID', 'ID'],
    'activity.kind': ['Activity Type', 'Activity - Type', 'Type', 'Tipo', 'Tipo de actividad'],
    'activity.direction': ['Direction', 'Call Direction', 'Sentido'],
    'activity.subject': ['Activity - Subject', 'Subject', 'Asunto', 'Title', 'Título'],
    'activity.body': ['Activity - Note', 'Note - Content', 'Body', 'Comments', 'Description', 'Notes', 'Notas', 'Texto', 'Comentarios', 'Descripción'],
    'activity.occurredAt': ['Activity Date', 'Activity - Date', 'Date', 'Fecha', ...created],
    'activity.dueAt': ['Due Date', 'Activity - Due date', 'Vencimiento', 'Fecha de vencimiento'],
    'activity.doneAt': ['Completed', 'Completed At', 'Activity - Marked as done time', 'Fecha de realización'],
    'activity.durationMinutes': ['Duration', 'Duration (minutes)', 'Duración'],
    'activity.owner': ['Assigned To', 'Activity - Assigned to user', 'Owner', 'Responsable', 'Comercial'],
    ...party,
    'customer.externalId': ['Customer ID', 'Account ID', 'Código cliente', 'Código de cliente', 'ID cliente'],
  },
  products: {
    'product.code': ['Code', 'SKU', 'Product Code', 'Product ID', 'Stock Code', 'Item Code', 'Reference', 'Código', 'Referencia', 'Código artículo', 'Código de artículo', 'Código producto', 'ID'],
    'product.name': ['Name', 'Product Name', 'Description', 'Nombre', 'Descripción', 'Artículo', 'Producto', 'Product'],
    'product.category': ['Category', 'Category Name', 'Product Category', 'Categoría', 'Familia'],
    'product.unit': ['Unit', 'Unidad', 'Quantity Per Unit', 'Unit of Measure'],
    'product.currency': ['Currency', 'Moneda', 'Divisa'],
    'product.listPrice': ['List Price', 'Unit Price', 'Price', 'Precio', 'PVP', 'Tarifa', 'Precio unitario'],
    'product.cost': ['Cost', 'Unit Cost', 'Coste', 'Precio de coste'],
    'product.active': ['Active', 'Activo'],
  },
  leads: {
    'lead.externalId': ['Record ID', 'Lead ID', 'ID'],
    'lead.owner': ['Lead Owner', 'Contact owner', 'Owner', 'Responsable', 'Comercial', 'Propietario'],
    'lead.status': ['Lead Status', 'Status', 'Estado', 'Estado del lead'],
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
    'opportunity.externalId': ['Deal - Pipedrive System ID', 'Deal - ID', 'Record ID', 'Deal ID', 'Opportunity ID', 'ID'],
    'opportunity.title': ['Deal - Title', 'Deal Name', 'Opportunity Name', 'Title', 'Título', 'Oportunidad', 'Deal', 'Opportunity'],
    'opportunity.amount': ['Deal - Value', 'Amount', 'Value', 'Importe', 'Valor'],
    'opportunity.currency': ['Deal - Currency of value', 'Deal - Currency', 'Currency', 'Moneda', 'Divisa'],
    'opportunity.pipeline': ['Deal - Pipeline', 'Pipeline', 'Embudo'],
    'opportunity.stage': ['Deal - Stage (pipeline)', 'Deal - Stage', 'Deal Stage', 'Stage', 'Fase', 'Etapa'],
    'opportunity.status': ['Deal - Status', 'Status', 'Estado'],
    'opportunity.openedAt': ['Deal - Creation date', 'Deal - Deal created', 'Opened', 'Fecha de apertura', ...created],
    'opportunity.closedAt': ['Deal - Won time', 'Deal - Lost time', 'Deal - Closed on', 'Close Date', 'Closed Date', 'Fecha de cierre'],
    'opportunity.expectedCloseOn': ['Deal - Expected close date', 'Expected Close Date', 'Cierre previsto', 'Fecha prevista de cierre'],
    'opportunity.closeNote': ['Deal - Lost reason', 'Lost Reason', 'Closed Lost Reason', 'Motivo de pérdida'],
    'opportunity.owner': ['Deal - Owner', 'Deal Owner', 'Opportunity Owner', 'Owner', 'Responsable', 'Comercial'],
    'opportunity.source': source,
    ...party,
  },
  orders: {
    'order.number': ['Order Number', 'Order ID', 'Order No', 'Invoice No', 'Invoice Number', 'Invoice', 'Número de pedido', 'N.º pedido', 'Nº pedido', 'Pedido', 'Número de factura', 'Factura', 'Order'],
    'order.customer': ['Customer ID', 'Customer Code', 'Customer Number', 'Client ID', 'Código cliente', 'Código de cliente', 'ID cliente', 'Customer', 'Cliente'],
    'order.placedAt': ['Order Date', 'Invoice Date', 'Placed At', 'Fecha pedido', 'Fecha de pedido', 'Fecha factura', 'Date', 'Fecha'],
    'order.currency': ['Currency', 'Moneda', 'Divisa'],
    'order.deliveredAt': ['Delivered', 'Delivery Date', 'Shipped Date', 'Fecha de entrega', 'Fecha entrega'],
    'order.settledAt': ['Paid At', 'Payment Date', 'Fecha de pago', 'Fecha pago'],
    'line.product': ['Stock Code', 'SKU', 'Product Code', 'Product ID', 'Item Code', 'Código artículo', 'Código de artículo', 'Código producto', 'Referencia', 'Artículo', 'Product', 'Producto'],
    'line.description': ['Description', 'Product Name', 'Descripción', 'Concepto'],
    'line.quantity': ['Quantity', 'Qty', 'Cantidad', 'Unidades', 'Uds'],
    'line.unitPrice': ['Unit Price', 'Price', 'Precio', 'Precio unitario'],
    'line.discountPercent': ['Discount %', '% Discount', 'Dto %', '% Dto', 'Descuento %'],
    'customer.name': ['Customer Name', 'Company Name', 'Company', 'Nombre cliente', 'Razón social', 'Empresa'],
    'customer.email': ['Email', 'Customer Email', 'Correo', 'Correo electrónico'],
    'customer.country': ['Country', 'País'],
  },
};

/** Names that say less: taken as what the file still lacks. */
export const plainNames = new Set(['Name', 'Nombre', 'Full Name', 'Nombre completo', 'Nombre y apellidos', 'Title'].map(headerKey));

/** Words by which a file tells what its rows are. */
export const tellingNames: Readonly<Partial<Record<Room, readonly string[]>>> = {
  contacts: ['Account ID', 'Contact ID', 'Company ID', 'Associated Company IDs'].map(headerKey),
  activities: ['Activity Type', 'Activity ID', 'Task ID', 'Activity - Type', 'Activity Date', 'Tipo de actividad', 'Due Date', 'Vencimiento'].map(headerKey),
  leads: ['Lead Status', 'Lead Source', 'Lead Owner', 'Lead ID', 'Estado del lead'].map(headerKey),
};
