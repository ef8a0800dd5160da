import type { CustomField } from '#custom-fields';
import type { Bilingual } from '#facts';
import { customTargets } from './custom-targets.ts';
import { activityFields, contactFields, customerFields, type FieldKind, type FieldsOf, leadFields, lineFields, opportunityFields, orderFields, ownedCustomerFields, productFields } from './fields.ts';
import { customEntityOf, type Mapping } from './mapping.ts';

export type Room = Mapping['room'];

/** A part of a mapping that is filled from columns: whose fields these are. */
export type Section = 'customer' | 'contact' | 'activity' | 'product' | 'order' | 'line' | 'lead' | 'opportunity';

/** Where a column can go: `customer.email`. */
export interface Target {
  readonly key: string;
  readonly section: Section;
  readonly field: string;
  readonly reads: FieldKind;
  readonly required: boolean;
  readonly label: Bilingual;
  /** What the interface calls each choice. */
  readonly labels: Readonly<Record<string, Bilingual>>;
}

const fieldsOf: Readonly<Record<Section, FieldsOf>> = {
  customer: customerFields, contact: contactFields, activity: activityFields, product: productFields, order: orderFields, line: lineFields, lead: leadFields, opportunity: opportunityFields,
};

/** The sections of each room; the first is what a row is. */
export const sectionsOf: Readonly<Record<Room, readonly [Section, ...Section[]]>> = {
  customers: ['customer'], contacts: ['contact'], products: ['product'], activities: ['activity', 'customer'], leads: ['lead', 'customer'], opportunities: ['opportunity', 'customer'],
  orders: ['order', 'line', 'customer', 'product'],
};

export const roomLabels: Readonly<Record<Room, Bilingual>> = {
  customers: { en: 'Customers', es: 'Clientes' }, contacts: { en: 'Contacts of organisations', es: 'Contactos de organizaciones' },
  activities: { en: 'Activities and tasks', es: 'Actividades y tareas' }, products: { en: 'Products', es: 'Productos' }, leads: { en: 'Leads', es: 'Leads' },
  opportunities: { en: 'Opportunities', es: 'Oportunidades' }, orders: { en: 'Orders with their lines', es: 'Pedidos con sus líneas' },
};

export const sectionLabels: Readonly<Record<Section, Bilingual>> = {
  customer: { en: 'Customer', es: 'Cliente' }, contact: { en: 'Contact', es: 'Contacto' }, activity: { en: 'Activity', es: 'Actividad' }, product: { en: 'Product', es: 'Producto' }, order: { en: 'Order', es: 'Pedido' },
  line: { en: 'Line', es: 'Línea' }, lead: { en: 'Lead', es: 'Lead' }, opportunity: { en: 'Opportunity', es: 'Oportunidad' },
};

const lines = new Set(['message', 'body', 'need', 'reasonNote', 'closeNote']);
const listed = new Set(['addressLine1', 'addressLine2', 'tags']);
const words = new Set(['name', 'givenName', 'familyName', 'contactName', 'contactTitle', 'jobTitle', 'title', 'subject', 'opportunityTitle', 'description', 'city']);

/** Whether columns can be joined at a target: what is text for people, and no key, number or name of something that is here. */
export const joins = ({ field, reads }: Pick<Target, 'field' | 'reads'>): boolean =>
  lines.has(field) || listed.has(field) || words.has(field) || (field.startsWith('custom.') && (reads === 'TEXT' || reads === 'LIST'));

/** What stands between them. */
export function betweenOf(target: string): string {
  const field = target.slice(target.indexOf('.') + 1);
  return lines.has(field) ? '\n' : words.has(field) ? ' ' : ', ';
}

/** Everything that a file of this room can fill, the company's own fields of what a row is among it. */
export function targetsOf(room: Room, customFields: readonly CustomField[]): Target[] {
  const mine = customFields.filter(({ entity }) => entity === customEntityOf(room));
  return sectionsOf[room].flatMap((section, place) => {
    const known = room === 'customers' ? ownedCustomerFields : fieldsOf[section];
    const fields = place === 0 ? { ...known, ...customTargets(mine) } : known;
    return Object.entries(fields).map(([field, { reads, required = false, labels = {} }]): Target => ({
      key: `${section}.${field}`, section, field, reads, required, labels, label: labelOf(field, section, mine),
    }));
  });
}

function labelOf(field: string, section: Section, customFields: readonly CustomField[]): Bilingual {
  const own = customFields.find(({ name }) => field === `custom.${name}`);
  return own?.label ?? sectionWords[section]?.[field] ?? fieldWords[field] ?? { en: field, es: field };
}

const sectionWords: Partial<Record<Section, Readonly<Record<string, Bilingual>>>> = {
  activity: { kind: { en: 'Kind', es: 'Tipo' }, owner: { en: 'Who did it, or is to do it', es: 'Quién la hizo o la hará' } },
  contact: { name: { en: 'Whole name', es: 'Nombre completo' } },
  customer: { externalId: { en: 'Id in the other system', es: 'Id en el otro sistema' }, name: { en: 'Name, or of the organisation', es: 'Nombre, o el de la organización' } },
  order: { customer: { en: 'Id of the customer', es: 'Id del cliente' } },
  line: { order: { en: 'Number of the order', es: 'Número del pedido' }, product: { en: 'Code of the product', es: 'Código del producto' } },
};

const fieldWords: Readonly<Record<string, Bilingual>> = {
  direction: { en: 'Direction', es: 'Sentido' }, body: { en: 'Text', es: 'Texto' }, occurredAt: { en: 'When', es: 'Cuándo' }, durationMinutes: { en: 'Minutes', es: 'Minutos' },
  dueAt: { en: 'Due', es: 'Vence' }, doneAt: { en: 'Done', es: 'Hecha' }, organisation: { en: 'Organisation', es: 'Organización' },
  organisationId: { en: 'Id of the organisation', es: 'Id de la organización' }, jobTitle: { en: 'Job title', es: 'Cargo' },
  externalId: { en: 'Id in the other system', es: 'Id en el otro sistema' }, kind: { en: 'Person or organisation', es: 'Persona u organización' },
  name: { en: 'Name', es: 'Nombre' }, givenName: { en: 'First name', es: 'Nombre de pila' }, familyName: { en: 'Last name', es: 'Apellidos' },
  taxId: { en: 'Tax number', es: 'NIF/CIF' }, taxCountry: { en: 'Country of the tax number', es: 'País del NIF' }, birthDate: { en: 'Birth date', es: 'Fecha de nacimiento' },
  iban: { en: 'IBAN', es: 'IBAN' }, language: { en: 'Language', es: 'Idioma' }, customerSince: { en: 'Customer since', es: 'Cliente desde' }, tags: { en: 'Tags', es: 'Etiquetas' },
  firstSource: { en: 'First source', es: 'Primer origen' }, preferredChannel: { en: 'Preferred channel', es: 'Canal preferido' },
  doNotContact: { en: 'Do not contact', es: 'No contactar' }, email: { en: 'E-mail', es: 'Correo' }, email2: { en: 'Second e-mail', es: 'Segundo correo' },
  phone2: { en: 'Second telephone', es: 'Segundo teléfono' }, phone: { en: 'Telephone', es: 'Teléfono' }, mobile: { en: 'Mobile', es: 'Móvil' },
  website: { en: 'Website', es: 'Sitio web' }, contactName: { en: 'Contact: name', es: 'Contacto: nombre' }, contactTitle: { en: 'Contact: job title', es: 'Contacto: cargo' },
  contactEmail: { en: 'Contact: e-mail', es: 'Contacto: correo' }, contactPhone: { en: 'Contact: telephone', es: 'Contacto: teléfono' },
  addressLine1: { en: 'Street', es: 'Calle' }, addressLine2: { en: 'Street, second line', es: 'Calle, segunda línea' }, city: { en: 'City', es: 'Ciudad' },
  region: { en: 'Province or state', es: 'Provincia' }, postalCode: { en: 'Postal code', es: 'Código postal' }, country: { en: 'Country', es: 'País' },
  code: { en: 'Code', es: 'Código' }, category: { en: 'Category', es: 'Categoría' }, unit: { en: 'Unit', es: 'Unidad' }, currency: { en: 'Currency', es: 'Moneda' },
  listPrice: { en: 'List price', es: 'Precio de tarifa' }, cost: { en: 'Cost', es: 'Coste' }, active: { en: 'Active', es: 'Activo' },
  number: { en: 'Number', es: 'Número' }, placedAt: { en: 'Placed', es: 'Fecha del pedido' }, channel: { en: 'Channel', es: 'Canal' },
  businessLine: { en: 'Line of business', es: 'Línea de negocio' }, deliveredAt: { en: 'Delivered', es: 'Entregado' }, settledAt: { en: 'Paid', es: 'Pagado' },
  cancelledAt: { en: 'Cancelled', es: 'Cancelado' }, contractEndsAt: { en: 'Contract ends', es: 'Fin de contrato' }, description: { en: 'Description', es: 'Descripción' },
  quantity: { en: 'Quantity', es: 'Cantidad' }, unitPrice: { en: 'Unit price', es: 'Precio unitario' }, discountPercent: { en: 'Discount, %', es: 'Descuento, %' },
  returnOf: { en: 'Return of order', es: 'Devolución del pedido' }, source: { en: 'Source', es: 'Origen' }, campaign: { en: 'Campaign', es: 'Campaña' },
  subject: { en: 'Subject', es: 'Asunto' }, message: { en: 'Message', es: 'Mensaje' }, need: { en: 'Need', es: 'Necesidad' }, budget: { en: 'Budget', es: 'Presupuesto' },
  owner: { en: 'Owner (e-mail or name)', es: 'Responsable (correo o nombre)' }, status: { en: 'Status', es: 'Estado' }, capturedAt: { en: 'Received', es: 'Recibido' },
  firstResponseAt: { en: 'First answer', es: 'Primera respuesta' }, decidedAt: { en: 'Decided', es: 'Decidido' }, nurtureUntil: { en: 'Resting until', es: 'En espera hasta' },
  disqualifiedReason: { en: 'Why disqualified', es: 'Motivo de descarte' }, reasonNote: { en: 'Note on the reason', es: 'Nota del motivo' },
  opportunityTitle: { en: 'Title of its opportunity', es: 'Título de su oportunidad' }, title: { en: 'Title', es: 'Título' }, amount: { en: 'Amount', es: 'Importe' },
  pipeline: { en: 'Pipeline', es: 'Embudo' }, stage: { en: 'Stage', es: 'Fase' }, stageSince: { en: 'In the stage since', es: 'En la fase desde' },
  openedAt: { en: 'Opened', es: 'Abierta' }, closedAt: { en: 'Closed', es: 'Cerrada' }, expectedCloseOn: { en: 'Expected close', es: 'Cierre previsto' },
  winReasons: { en: 'Why won', es: 'Motivos de éxito' }, lossReason: { en: 'Why lost', es: 'Motivo de pérdida' }, closeNote: { en: 'Note on closing', es: 'Nota de cierre' },
  competitor: { en: 'Competitor', es: 'Competidor' }, lead: { en: 'Id of its lead', es: 'Id de su lead' }, order: { en: 'Number of its order', es: 'Número de su pedido' },
};
