import { expect, test } from 'vitest';
import { type Room, targetsOf } from '../mapping/index.ts';
import { guessColumns } from './guess-columns.ts';
import { guessRoom } from './guess-room.ts';

/** What columns are called where the other system is read in Spanish, and in people's own sheets; null goes nowhere. */
const files: readonly (readonly [string, Room, Readonly<Record<string, string | null>>])[] = [
  ['HubSpot: contactos', 'leads', {
    'ID de registro': 'lead.externalId', Nombre: 'givenName', Apellidos: 'familyName', Correo: 'email', 'Número de teléfono': 'phone',
    'Propietario del contacto': 'lead.owner', 'Estado del lead': 'lead.status', 'Fecha de creación': 'lead.capturedAt', 'Última modificación': null,
    'Etapa del ciclo de vida': null, 'Empresa asociada': 'name', 'Nombre de la empresa': 'name', Cargo: 'contactTitle', Ciudad: 'city',
    'Estado/región': 'region', 'Código postal': 'postalCode', 'País/región': 'country', 'Fuente original': 'lead.source',
    'Número de teléfono móvil': 'mobile', Dirección: 'addressLine1', 'URL del sitio web': 'website',
  }],
  ['HubSpot: negocios', 'opportunities', {
    'ID de registro': 'opportunity.externalId', 'Nombre del negocio': 'opportunity.title', 'Etapa del negocio': 'opportunity.stage',
    Pipeline: 'opportunity.pipeline', Valor: null, Importe: 'opportunity.amount', 'Fecha de cierre': 'opportunity.closedAt',
    'Fecha de creación': 'opportunity.openedAt', 'Propietario del negocio': 'opportunity.owner', 'Motivo de negocio perdido': 'opportunity.closeNote',
    Moneda: 'opportunity.currency', 'Empresa asociada': 'name',
  }],
  ['HubSpot: empresas', 'customers', {
    'ID de registro': 'externalId', 'Nombre de la empresa': 'name', 'Nombre de dominio de la empresa': 'website', 'Propietario de la empresa': 'owner',
    'Número de teléfono': 'phone', Ciudad: 'city', Sector: null, 'Fecha de creación': 'customerSince',
  }],
  ['Pipedrive: tratos, for import', 'opportunities', {
    'Trato - ID': 'opportunity.externalId', 'Trato - Título': 'opportunity.title', 'Trato - Valor': 'opportunity.amount',
    'Trato - Moneda de Valor': 'opportunity.currency', 'Trato - Organización': 'name', 'Trato - Persona de contacto': 'contactName',
    'Trato - Propietario': 'opportunity.owner', 'Trato - Etapa': 'opportunity.stage', 'Trato - Embudo': 'opportunity.pipeline',
    'Trato - Estado': 'opportunity.status', 'Trato - Fecha prevista de cierre': 'opportunity.expectedCloseOn',
    'Trato - Trato creado': 'opportunity.openedAt', 'Trato - Hora de ganado': 'opportunity.closedAt', 'Trato - Hora de pérdida': 'opportunity.closedAt',
    'Trato - Motivo de pérdida': 'opportunity.closeNote', 'Trato - Etiqueta': null,
  }],
  ['Pipedrive: tratos, a list', 'opportunities', {
    ID: 'opportunity.externalId', Título: 'opportunity.title', Valor: 'opportunity.amount', Organización: 'name', 'Persona de contacto': 'contactName',
    Propietario: 'opportunity.owner', Etapa: 'opportunity.stage', Embudo: 'opportunity.pipeline', Estado: 'opportunity.status',
    'Fecha prevista de cierre': 'opportunity.expectedCloseOn', 'Trato creado': 'opportunity.openedAt', 'Trato cerrado el': 'opportunity.closedAt',
  }],
  ['Pipedrive: personas', 'customers', {
    'Persona - Nombre': 'contactName', 'Persona - Teléfono': 'phone', 'Persona - Correo electrónico': 'email', 'Persona - Organización': 'name',
    'Persona - Propietario': 'owner', 'Organización - Nombre': 'name', 'Organización - Dirección': 'addressLine1',
  }],
  ['Zoho: posibles clientes', 'leads', {
    'Id. de registro': 'lead.externalId', 'Propietario de Posible cliente': 'lead.owner', Compañía: 'name', Nombre: 'givenName',
    Apellidos: 'familyName', 'Correo electrónico': 'email', Teléfono: 'phone', Móvil: 'mobile', 'Fuente de Posible cliente': 'lead.source',
    'Estado de Posible cliente': 'lead.status', Calle: 'addressLine1', Ciudad: 'city', Estado: 'region', 'Código postal': 'postalCode', País: 'country',
    Descripción: 'lead.message', Título: null, 'Sitio web': 'website',
  }],
  ['Zoho: tratos', 'opportunities', {
    'Id. de registro': 'opportunity.externalId', 'Nombre de Trato': 'opportunity.title', 'Propietario de Trato': 'opportunity.owner',
    Importe: 'opportunity.amount', Fase: 'opportunity.stage', 'Fecha de cierre': 'opportunity.closedAt', 'Nombre de Cuenta': 'name',
    'Nombre de Contacto': 'contactName', Tipo: null, 'Hora de creación': 'opportunity.openedAt',
  }],
  ['Zoho: cuentas', 'customers', {
    'Id. de registro': 'externalId', 'Nombre de Cuenta': 'name', 'Propietario de Cuenta': 'owner', Teléfono: 'phone', 'Sitio web': 'website',
    'Calle de facturación': 'addressLine1', 'Ciudad de facturación': 'city', 'Estado de facturación': 'region', 'Código de facturación': 'postalCode',
    'País de facturación': 'country',
  }],
  ['Salesforce: cuentas', 'customers', {
    'Id. de la cuenta': 'externalId', 'Nombre de la cuenta': 'name', 'Propietario de la cuenta': 'owner', Teléfono: 'phone',
    'Calle de facturación': 'addressLine1', 'Ciudad de facturación': 'city', 'Estado o provincia de facturación': 'region',
    'Código postal de facturación': 'postalCode', 'País de facturación': 'country', 'Fecha de creación': 'customerSince', 'Sitio Web': 'website',
  }],
  ['Salesforce: oportunidades', 'opportunities', {
    'Id. de la oportunidad': 'opportunity.externalId', 'Nombre de la oportunidad': 'opportunity.title', 'Nombre de la cuenta': 'name',
    Importe: 'opportunity.amount', 'Fecha de cierre': 'opportunity.closedAt', Etapa: 'opportunity.stage',
    'Propietario de oportunidad': 'opportunity.owner', 'Fecha de creación': 'opportunity.openedAt', 'Origen del prospecto': 'opportunity.source',
    'Probabilidad (%)': null,
  }],
  ['Salesforce: candidatos', 'leads', {
    Nombre: 'givenName', Apellidos: 'familyName', Compañía: 'name', 'Correo electrónico': 'email', Teléfono: 'phone',
    'Estado del candidato': 'lead.status', 'Origen del candidato': 'lead.source', 'Propietario del candidato': 'lead.owner',
    'Fecha de creación': 'lead.capturedAt', Cargo: 'contactTitle',
  }],
  ['Odoo: contactos', 'customers', {
    'ID externo': 'externalId', Nombre: 'name', 'Correo electrónico': 'email', Teléfono: 'phone', Móvil: 'mobile', Calle: 'addressLine1',
    'Calle 2': 'addressLine2', Ciudad: 'city', 'C.P.': 'postalCode', Provincia: 'region', País: 'country', NIF: 'taxId', Comercial: 'owner',
    Etiquetas: 'tags', 'Sitio web': 'website', 'Puesto de trabajo': 'contactTitle', 'Creado el': 'customerSince',
  }],
  ['Odoo: oportunidades', 'opportunities', {
    'ID externo': 'opportunity.externalId', Oportunidad: 'opportunity.title', Cliente: 'name', 'Nombre de contacto': 'contactName',
    'Correo electrónico': 'email', Teléfono: 'phone', 'Ingresos esperados': 'opportunity.amount', Etapa: 'opportunity.stage',
    Comercial: 'opportunity.owner', 'Creado el': 'opportunity.openedAt', 'Cierre esperado': 'opportunity.expectedCloseOn', Probabilidad: null,
  }],
  ['Odoo: productos', 'products', {
    'ID externo': null, Nombre: 'product.name', 'Referencia interna': 'product.code', 'Precio de venta': 'product.listPrice', Coste: 'product.cost',
    'Categoría de producto': 'product.category', 'Unidad de medida': 'product.unit',
  }],
  ['Odoo: pedidos', 'orders', {
    'Referencia del pedido': 'order.number', 'Fecha de pedido': 'order.placedAt', Cliente: 'order.customer', Producto: 'line.product',
    Cantidad: 'line.quantity', 'Precio unitario': 'line.unitPrice', Total: null,
  }],
  ['Holded: contactos', 'customers', {
    Nombre: 'name', 'Nombre comercial': 'name', NIF: 'taxId', Email: 'email', Teléfono: 'phone', Móvil: 'mobile', Dirección: 'addressLine1',
    Población: 'city', 'Código Postal': 'postalCode', Provincia: 'region', País: 'country', Website: 'website', Tags: 'tags', IBAN: 'iban',
    'Código de contacto': 'externalId',
  }],
  ['a sheet of opportunities', 'opportunities', {
    Código: 'opportunity.externalId', Cliente: 'name', Oportunidad: 'opportunity.title', 'Importe previsto': 'opportunity.amount',
    Fase: 'opportunity.stage', Comercial: 'opportunity.owner', Fecha: 'opportunity.openedAt', 'Fecha prevista': 'opportunity.expectedCloseOn',
  }],
  ['another one', 'opportunities', {
    Código: 'opportunity.externalId', Empresa: 'name', Título: 'opportunity.title', Importe: 'opportunity.amount',
    'Fecha de alta': 'opportunity.openedAt', 'Fecha prevista de cierre': 'opportunity.expectedCloseOn', Responsable: 'opportunity.owner',
    Estado: 'opportunity.status',
  }],
  ['a sheet of customers', 'customers', {
    Código: 'externalId', Cliente: 'name', CIF: 'taxId', Domicilio: 'addressLine1', 'C. Postal': 'postalCode', Población: 'city', Provincia: 'region',
    'Tfno.': 'phone', Móvil: 'mobile', 'E-mail': 'email', Agente: 'owner', 'F. Alta': 'customerSince', Observaciones: null,
  }],
  ['a sheet of visits', 'activities', {
    Fecha: 'activity.occurredAt', Tipo: 'activity.kind', Asunto: 'activity.subject', Comentarios: 'activity.body', Cliente: 'name',
    Comercial: 'activity.owner',
  }],
  ['a price list', 'products', {
    'Cod.': 'product.code', Descripción: 'product.name', PVP: 'product.listPrice', 'P. Coste': 'product.cost', Familia: 'product.category',
    'Ud.': 'product.unit',
  }],
  ['a list of orders', 'orders', {
    'Nº Pedido': 'order.number', 'F. Pedido': 'order.placedAt', 'Cód. Cliente': 'order.customer', Cliente: 'name', 'Cód. Artículo': 'line.product',
    Descripción: 'line.description', 'Uds.': 'line.quantity', Precio: 'line.unitPrice', 'Dto.': 'line.discountPercent', Importe: null,
  }],
];

test.each(files)('%s', (_, room, columns) => {
  const header = Object.keys(columns);
  const sample = { header, columns: header.map(() => []) };
  expect(guessRoom(sample, (one) => targetsOf(one, []))).toBe(room);
  const guesses = new Map(guessColumns(room, sample, targetsOf(room, [])).map(({ column, target }) => [column, target.replace('customer.', '')]));
  expect(Object.fromEntries(header.map((column) => [column, guesses.get(column) ?? null]))).toEqual(columns);
});

function guessed(room: Room, table: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  const guesses = guessColumns(room, { header: Object.keys(table), columns: Object.values(table) }, targetsOf(room, []));
  return Object.fromEntries(guesses.map(({ column, target }) => [column, target]));
}

test('a code that comes twice is no id of an opportunity: the second row would be taken for the first', () => {
  const deals = (codes: readonly string[]) => guessed('opportunities', { Código: codes, Título: ['Prensa', 'Tanque'], Fecha: ['2026-01-02', '2026-01-03'] });
  expect(deals(['C1', 'C2'])).toMatchObject({ Código: 'opportunity.externalId', Fecha: 'opportunity.openedAt' });
  expect(deals(['C1', 'C1'])).not.toHaveProperty('Código');
});

test('a name that says less takes only what nothing else says, and nothing that its values contradict', () => {
  expect(guessed('customers', { Empresa: ['Sol SL'], Cliente: ['Sí'] })).toEqual({ Empresa: 'customer.name' });
  expect(guessed('customers', { Nombre: ['Sol SL'], Cliente: ['no'] })).toEqual({ Nombre: 'customer.name' });
  expect(guessed('customers', { Cliente: ['430001'], Nombre: ['Sol SL'] })).toEqual({ Nombre: 'customer.name' });
  expect(guessed('customers', { Nombre: ['Sol SL'], Estado: ['Activo'] })).toEqual({ Nombre: 'customer.name' });
  expect(guessed('opportunities', { Título: ['Prensa'], 'Fecha de alta': ['2026-01-02'], Fecha: ['2026-02-02'] })).toEqual({ Título: 'opportunity.title', 'Fecha de alta': 'opportunity.openedAt' });
});

test('a second amount is no better guess where the first is empty, and a telephone that is none is none', () => {
  expect(guessed('opportunities', { Importe: ['1.200,00'], 'Importe previsto': ['900,00'], Valor: ['1'] })).toEqual({ Importe: 'opportunity.amount' });
  expect(guessed('customers', { 'Teléfono 1': ['600111222'], 'Teléfono 2': ['600111333'], Tfno: ['600111444'], Correo: ['a@b.es'], 'Correo 2': ['c@d.es'] })).toEqual({
    Correo: 'customer.email', 'Correo 2': 'customer.email2', 'Teléfono 1': 'customer.phone', Tfno: 'customer.phone2',
  });
  expect(guessed('customers', { 'Número de teléfono': ['sí', 'no'], 'Correo 2': ['-', 'pendiente'], 'Dirección de correo': ['a@b.es', 'c@d.es'] })).toEqual({ 'Dirección de correo': 'customer.email' });
});
