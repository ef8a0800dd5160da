import { factDefinition, type Facts, isPresent } from '@orbita/domain/facts';
import { type CustomEntity, type CustomField, customFactOf, isCustomFact } from '@orbita/domain/custom-fields';
import type { RelationName, Subject } from '@orbita/domain/rules';
import { fixtureIds } from '@orbita/domain/rules/rule.fixture';
import { sql } from 'kysely';
import { type Em, newId } from '#connection';
import { insertRows } from '../facts/rows.fixture.ts';

type Row = Record<string, unknown>;

const isInstant = (key: string): boolean => /At$|Since$|Until$/.test(key);
const stored = (key: string, value: unknown): unknown =>
  typeof value === 'number' && isInstant(key) ? new Date(value).toISOString() : value;
const column = (key: string): string =>
  key === 'city' ? 'city_key' : key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Rows of tables have no nulls where their columns have none: the subject in memory is given the same value. */
const atLeast: Readonly<Record<string, Facts>> = {
  orders: { placedAt: 0, amount: 0, source: 'x', lineId: fixtureIds[0] ?? '' },
  activities: { kind: 'CALL', occurredAt: 0 },
};
export function asStored(subject: Subject): Subject {
  const relations = Object.entries(subject.relations ?? {}).map(([name, rows]) => [name, rows?.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? atLeast[name]?.[key] ?? null])))]);
  return { facts: subject.facts, relations: Object.fromEntries(relations) as NonNullable<Subject['relations']> };
}

/** What a subject holds of the company's own fields of it, by their names. */
const ownOf = (facts: Facts, entity: CustomEntity): Row => Object.fromEntries(Object.entries(facts).flatMap(([key, value]) => {
  const field = customFactOf(key);
  return field?.entity === entity && value !== null ? [[field.name, value]] : [];
}));

/** Facts about stages are kept in one column, by model. */
function stagesOf(facts: readonly (readonly [key: string, value: unknown])[]): Record<string, Row> {
  const stages: Record<string, Row> = {};
  const part: Record<string, string> = { stage: 'stage', stageSince: 'since', previousStage: 'previous' };
  for (const [key, value] of facts) {
    const [name = '', model] = key.split('.');
    if (model) stages[model] = { ...stages[model], [part[name] ?? name]: name === 'stageSince' ? stored('At', value) : value };
  }
  return stages;
}

/** Writes the subjects as rows, the facts as they are (nothing is computed), and answers the ids in their order; with the company's own fields, and a lead each. */
export async function storeSubjects(em: Em, subjects: readonly Subject[], fields: readonly CustomField[] = []): Promise<string[]> {
  const now = new Date(0).toISOString();
  const dated = { created_at: now, updated_at: now };
  const ids = subjects.map(() => newId()).toSorted();
  const tables: Record<string, Row[]> = {
    custom_field: fields.map(({ entity, name, type, label, options, readers }, position) => ({ id: newId(), entity, name, type, label, options: sql`${JSON.stringify(options)}::jsonb`, readers, position, ...dated })),
    business_line: fixtureIds.map((id) => ({ id, name: id })),
    product: fixtureIds.map((id) => ({ id, code: id, name: id, name_key: id, currency: 'EUR', updated_at: now })),
    customer: ids.map((id) => ({ id, kind: 'PERSON', name: 'x', name_key: 'x', customer_since: now, ...dated })),
    customer_facts: [], lead: [], sales_order: [], order_line: [], activity: [], contact: [], contact_point: [], address: [],
  };
  const add = (table: string, row: Row): void => { tables[table]?.push(row); };
  const store: Record<RelationName, (customer_id: string, row: Facts, place: number) => void> = {
    orders: (customer_id, row) => {
      const id = newId();
      add('sales_order', { id, customer_id, number: '1', source: row['source'], line_id: row['lineId'], channel: row['channel'],
        placed_at: stored('placedAt', row['placedAt']), currency: 'EUR', amount: 0, company_amount: Number(row['amount']) + 7,
        company_returned: 7, contract_ends_at: row['hasContract'] ? now : null, ...dated });
      for (const product_id of row['productIds'] as string[]) {
        add('order_line', { id: newId(), customer_id, order_id: id, no: 1, product_id, description: '', quantity: 1, unit_price: 1, amount: 1, company_amount: 1 });
      }
    },
    activities: (customer_id, row) => add('activity', { id: newId(), customer_id, kind: row['kind'], direction: row['direction'],
      subject: '', occurred_at: stored('occurredAt', row['occurredAt']), ...dated }),
    contacts: (customer_id, row) => {
      const id = newId();
      add('contact', { id, customer_id, given_name: 'x', name_key: 'x', role: row['role'], custom_compared: ownOf(row, 'CUSTOMER'), ...dated });
      add('contact_point', { id: newId(), customer_id, contact_id: id, kind: 'EMAIL', value: 'x', normalised: 'x', valid: row['hasEmail'], created_at: now });
    },
    addresses: (customer_id, row, place) => add('address', { id: newId(), customer_id, kind: `kind ${place}`, city_key: row['city'],
      country: row['country'], postal_code: row['postalCode'], valid_from: now }),
  };
  for (const [index, { facts, relations }] of subjects.entries()) {
    const customerId = ids[index] ?? '';
    const present = Object.entries(facts).filter(([key]) => !isCustomFact(key) && isPresent(factDefinition(key)!));
    add('customer_facts', { customer_id: customerId, reviewed_at: now, refreshed_at: now,
      ...Object.fromEntries(present.filter(([key]) => !key.includes('.')).map(([key, value]) => [column(key), stored(key, value)])),
      stages: stagesOf(present), custom: ownOf(facts, 'CUSTOMER') });
    add('lead', { id: newId(), customer_id: customerId, line_id: fixtureIds[0], status: 'NEW', source: 'WEB', channel: 'WEB_FORM', captured_at: now, custom_compared: ownOf(facts, 'LEAD'), ...dated });
    for (const [name, rows] of Object.entries(relations ?? {})) {
      rows.forEach((row, place) => store[name as RelationName](customerId, row, place));
    }
  }
  await em.transactional(async (inner) => {
    for (const [table, rows] of Object.entries(tables)) await insertRows(inner as Em, table, rows);
  });
  return ids;
}
