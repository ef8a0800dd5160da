import { type Bilingual, factCatalogue, type FactDefinition, type FactType, type FieldDefinition } from '#facts';
import type { CustomerCatalogue, RelationDefinition } from './catalogue.ts';

const label = (en: string, es: string): Bilingual => ({ en, es });

const field = (
  key: string, type: FactType, en: string, es: string, extras: Partial<FieldDefinition> = {},
): FieldDefinition => ({
  key, type, label: label(en, es), ...extras,
  ...(extras.valueLabels ? { values: Object.keys(extras.valueLabels) } : {}),
});

const activityKinds = {
  CALL: label('Call', 'Llamada'), MEETING: label('Meeting', 'Reunión'), EMAIL: label('E-mail', 'Correo'),
  NOTE: label('Note', 'Nota'), TASK: label('Task', 'Tarea'), MESSAGE: label('Message', 'Mensaje'),
};
const directions = { INBOUND: label('Inbound', 'Entrante'), OUTBOUND: label('Outbound', 'Saliente') };

const orders: RelationDefinition = {
  label: label('Orders', 'Pedidos'),
  fields: [
    field('placedAt', 'instant', 'Placed', 'Fecha del pedido'),
    field('amount', 'integer', 'Amount', 'Importe', { unit: 'money', mark: 'revenue' }),
    field('channel', 'enum', 'Channel', 'Canal'),
    field('source', 'text', 'Source', 'Origen'),
    field('lineId', 'id', 'Business line', 'Línea de negocio', { references: 'line' }),
    field('productIds', 'set', 'Products', 'Productos', { references: 'product' }),
    field('hasContract', 'boolean', 'With a contract', 'Con contrato'),
  ],
};
const activities: RelationDefinition = {
  label: label('Activities', 'Actividades'),
  fields: [
    field('kind', 'enum', 'Kind', 'Tipo', { valueLabels: activityKinds }),
    field('direction', 'enum', 'Direction', 'Sentido', { valueLabels: directions }),
    field('occurredAt', 'instant', 'When', 'Cuándo'),
  ],
};
const contacts: RelationDefinition = {
  label: label('Contacts', 'Contactos'),
  fields: [
    field('role', 'text', 'Role', 'Papel'),
    field('hasEmail', 'boolean', 'Has e-mail', 'Tiene correo'),
  ],
};
const addresses: RelationDefinition = {
  label: label('Addresses', 'Direcciones'),
  fields: [
    field('country', 'enum', 'Country', 'País'),
    field('city', 'text', 'City', 'Ciudad', { mark: 'personal' }),
    field('postalCode', 'text', 'Postal code', 'Código postal', { mark: 'personal' }),
  ],
};

/** How the facts are called that are fields of his contacts. */
const ofContacts = 'contacts.';

/**
 * What rules about a customer may read: every fact of the product, the custom ones handed in, and the rows that are his,
 * of his contacts with the custom fields (`contacts.…`) that are handed in.
 */
export function customerCatalogue(extra: readonly FactDefinition[] = []): CustomerCatalogue {
  const [related, own] = [extra.filter(({ key }) => key.startsWith(ofContacts)), extra.filter(({ key }) => !key.startsWith(ofContacts))];
  const facts = new Map([...factCatalogue, ...own].map((fact) => [fact.key, fact]));
  const fields = related.map((fact): FieldDefinition => ({ ...fact, key: fact.key.slice(ofContacts.length) }));
  return { subject: 'customer', facts, relations: { orders, activities, contacts: { ...contacts, fields: [...contacts.fields, ...fields] }, addresses } };
}
