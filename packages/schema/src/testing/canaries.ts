import { mayReadMarked, type Noun, scopeOf, type Viewer } from '@orbita/domain/access';
import type { GraphQLField } from 'graphql';
import type { CanaryRows } from './canary-rows.ts';

/** By which noun a customer's things are read; the rest is read with the customer. */
const nounOf: Record<string, Noun> = {
  contact: 'contact', sales_order: 'order', order_line: 'order', order_return: 'order', activity: 'activity', lead: 'lead',
  timeline_event: 'timeline', event_personal: 'timeline',
};
const personal = ['contact_point', 'contact', 'address', 'event_personal'];
const personalColumns = ['lead.subject', 'lead.message', 'lead.reason_note', 'customer.tax_id', 'customer.iban', 'customer_facts.city', 'customer_facts.city_key'];
/** The field that was laid down is for administrators alone, and so is what things hold of it. */
const ofAdministrators = /^custom_field\.|\.custom(_compared)?$/;
/** What staff know of the house, whoever's customers they see; a partner's people do not. */
const ofTheHouse = ['product', 'product_category', 'customer_search', 'lifecycle_model'];

/** Whether what stands at a place of the canary rows is not for this viewer, who is of another team and another partner. */
export function isForeign(place: string, { role }: Viewer, rows: CanaryRows): boolean {
  const [table = ''] = place.split('.');
  if (ofAdministrators.test(place)) return role !== 'administrator';
  const isOfCustomer = table === 'customer' || rows.get(table)?.['customer_id'] !== undefined;
  if (!isOfCustomer) return role === 'partner' && !ofTheHouse.includes(table);
  if ((personal.includes(table) || personalColumns.includes(place)) && !mayReadMarked(role, 'personal')) return true;
  return scopeOf(role, 'customer', 'read') !== 'all' || scopeOf(role, nounOf[table] ?? 'customer', 'read') !== 'all';
}

/** Values for the arguments of any field, by name and type; of an id there are as many as there are rows. */
export const valueFor = (rows: CanaryRows, id: unknown) => (name: string, type: string): unknown => {
  if (name.toLowerCase().endsWith('rule')) return { not: { fact: 'country', is: 'eq', value: 'ZZ' } };
  if (type === 'String' && (name === 'by' || name === 'sortBy')) return 'name';
  if (name === 'currency') return 'USD';
  switch (type) {
    case 'ID': return name === 'customerId' ? rows.get('customer')?.['id'] : id;
    case 'String': return 'canary';
    case 'Int': return 50;
    case 'Boolean': return true;
    case 'Date': return '2026-02-01';
    case 'DateTime': return '2026-01-01T00:00:00Z';
    case 'JSON': return {};
    case 'Decimal': return '2';
    default: return undefined;
  }
};

/** The places that the canaries in an answer come from. */
export const placesIn = (answer: unknown): string[] => [...JSON.stringify(answer).matchAll(/CANARY:([\w.]+);/g)].map(([, place = '']) => place);

/** The ids of everything that was laid down. */
export const idsOf = (rows: CanaryRows): unknown[] => [...new Set([...rows.values()].flatMap((row) => ('id' in row ? [row['id']] : [])))];

/** By what anything may be narrowed or handed on. */
const grouping = /^(?:app_user|team|partner|business_line|campaign|segment)$/;

/** The tables whose rows the operations of a noun name beside those; those of any other noun may name every row. */
const namedBy: Partial<Record<Noun, RegExp>> = {
  customer: /^(?:customer|contact|contact_point|address|consent|lead|opportunity|sales_order|activity|enrichment_proposal|custom_field|bulk_change)$/,
  lead: /^(?:lead|customer|contact|opportunity)$/, opportunity: /^(?:opportunity|customer|contact|pipeline|sales_order|lead)$/,
  order: /^(?:sales_order|order_line|customer|product)$/, activity: /^(?:activity|customer|contact)$/,
  contact: /^(?:contact|contact_point|address|consent|customer)$/, segment: /^customer$/, view: /^saved_view$/, product: /^product/,
  pipeline: /^pipeline$/, lifecycle: /^(?:lifecycle_model|customer)$/, routing: /^(?:routing_rule|capture_door)$/,
  user: /^invitation$/, accessKey: /^access_key$/, customField: /^custom_field$/, bulkChange: /^(?:bulk_change|customer|lead)$/,
};

/** Whether an operation can mean rows of a table: the id of any other thing finds nothing. */
export const namesRowsOf = (table: string) => ({ extensions }: GraphQLField<unknown, unknown>): boolean => {
  const own = namedBy[(extensions['allowed'] as { noun: Noun } | undefined)?.noun as Noun];
  return !own || own.test(table) || grouping.test(table);
};
