import type { BoundFields, RowProblem } from '../cells/index.ts';
import { readCustom } from './read-custom.ts';
import { type ImportedCustomer, type Origin, readCustomer } from './read-customer.ts';
import { withRowKey } from './row-key.ts';
import type { Values } from './values.ts';

/** How the fields of a contact are called where a customer is read. */
const asCustomer: Readonly<Record<string, string>> = {
  organisation: 'name', organisationId: 'externalId', taxId: 'taxId', country: 'country', name: 'contactName', jobTitle: 'contactTitle', email: 'contactEmail', phone: 'contactPhone',
  email2: 'contactEmail2', phone2: 'contactPhone2',
};
const reaching = new Set(['email', 'email2', 'phone', 'phone2']);
const asContact: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(asCustomer).map(([own, other]) => [other, own]));

/** What a contacts file calls a field of the customer with whom its person is read. */
export const contactField = (field: string): string => asContact[field] ?? field;

/** Reads a person and the organisation for which he acts out of a row; null when a cell is wrong, which is told in `problems`. */
export function readContact(fields: BoundFields, cells: readonly string[], { custom: reading, ...origin }: Origin, problems: RowProblem[]): ImportedCustomer | null {
  const before = problems.length;
  const values = fields.read(cells, problems);
  if (problems.length > before) return null;
  const custom = reading ? readCustom(fields, values, reading, problems) : {};
  const whole = [values['givenName'], values['familyName']].filter((part) => typeof part === 'string').join(' ');
  // Where nobody is named, what reaches somebody there reaches the organisation.
  const nameless = whole === '' && values['name'] === undefined;
  const called = (field: string): string | undefined => (nameless && reaching.has(field) ? field : asCustomer[field]);
  const told: Values = {
    kind: 'ORGANISATION', ...Object.fromEntries(Object.entries(values).flatMap(([field, value]) => { const as = called(field); return as === undefined ? [] : [[as, value]]; })),
    ...(whole === '' ? {} : { contactName: whole }),
  };
  const columnOf = (field: string): string => fields.columnOf(contactField(field)) || fields.columnOf('givenName');
  const customer = readCustomer({ ...fields, read: () => told, columnOf }, cells, origin, problems);
  if (problems.length > before) return null;
  // How the organisation is written here is no news of it.
  const { name: _name, nameKey: _key, givenName: _given, familyName: _family, ...said } = customer?.said ?? {};
  return customer && withRowKey({ ...customer, said, contact: customer.contact && { ...customer.contact, custom } }, origin.system);
}
