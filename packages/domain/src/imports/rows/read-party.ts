import type { CustomerSource } from '#customers';
import { identityKeys } from '#identity';
import type { BoundFields, RowProblem } from '../cells/index.ts';
import { type ImportedCustomer, type Origin, readCustomer } from './read-customer.ts';
import { withRowKey } from './row-key.ts';
import { textOf, type Values } from './values.ts';

/** Whose a lead or an opportunity is, as its row says. */
export interface ImportedParty {
  readonly customer: ImportedCustomer;
  /** The row has nothing but keys of him: he is found by them, and not made of them. */
  readonly keysOnly: boolean;
}

/**
 * Reads whose a row is, by the rules by which a lead is taken down: the organisation if one is named, else the person.
 * Of an organisation the person is the contact, and his e-mail one of its keys. Null when a cell is wrong.
 */
export function readParty(fields: BoundFields, cells: readonly string[], origin: Origin, problems: RowProblem[]): ImportedParty | null {
  const read = readTaken(fields, cells, origin, problems);
  if (!read) return null;
  const { customer, keysOnly } = read;
  const emails = (customer.contact?.contactPoints ?? []).filter(({ kind }) => kind === 'EMAIL').map(({ normalised }) => normalised);
  const known = { ...customer, identityKeys: [...identityKeys({ emails, taxId: null, externalIds: [] }), ...customer.identityKeys] };
  return { customer: withRowKey(known, origin.system), keysOnly };
}

/** Reads a customer by the same rules, of a file of customers: there nobody is made of a row without a name. */
export function readTakenCustomer(fields: BoundFields, cells: readonly string[], origin: Origin, problems: RowProblem[]): ImportedCustomer | null {
  const named = (values: Values): boolean => names.some((field) => values[field] !== undefined);
  const read = readTaken(fields, cells, origin, problems, (values) => (named(values) ? asTaken(values) : { told: values, keysOnly: false }));
  return read && withRowKey(read.customer, origin.system);
}

const names = ['name', 'givenName', 'familyName', 'contactName'];

function readTaken(fields: BoundFields, cells: readonly string[], origin: Origin, problems: RowProblem[], taken = asTaken): ImportedParty | null {
  const before = problems.length;
  const values = fields.read(cells, problems);
  if (problems.length > before) return null;
  const { told, keysOnly } = taken(values);
  const customer = readCustomer({ ...fields, read: () => told, columnOf: columnNamed(fields) }, cells, origin, problems);
  return customer && { customer, keysOnly };
}

const columnNamed = (fields: BoundFields) => (field: string): string =>
  [field, ...otherNames[field] ?? []].map(fields.columnOf).find((column) => column !== '') ?? '';

const who = ['name', 'givenName', 'familyName', 'contactName', 'email', 'email2', 'phone', 'phone2', 'contactEmail', 'contactPhone', 'externalId', 'taxId'];

/** Whether a row says anything by which its customer could be told from others. */
export const saysWho = (values: Values): boolean => who.some((field) => values[field] !== undefined);

/** A customer who is made of it came from where the lead came from, unless the row says it of him. */
export const partyFrom = (party: ImportedParty, source: CustomerSource): ImportedParty =>
  (party.customer.said.source ? party : { ...party, customer: { ...party.customer, source } });

/** Under which field the row has it where it was read as another one. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  email: ['contactEmail'], phone: ['contactPhone'], contactEmail: ['email'], contactPhone: ['phone'], email2: ['contactEmail'], phone2: ['contactPhone'],
  contactEmail2: ['email2', 'email'], contactPhone2: ['phone2', 'phone'], name: ['contactName', 'givenName'],
  givenName: ['contactName', 'name'],
};

function asTaken(values: Values): { readonly told: Values; readonly keysOnly: boolean } {
  const { givenName, familyName, contactName, contactEmail, contactPhone, ...rest } = values;
  const person = [givenName, familyName].filter((part) => typeof part === 'string').join(' ');
  if (rest['kind'] !== 'PERSON' && rest['name'] !== undefined) {
    if (contactName !== undefined) return { told: values, keysOnly: false };
    // Where nobody is named, what reaches somebody there reaches the organisation.
    if (person === '') return { told: without({ ...rest, ...both('email', rest, contactEmail), ...both('phone', rest, contactPhone) }), keysOnly: false };
    const { email, phone, email2, phone2, ...organisation } = rest;
    // What the row says of the person beside is his; what it says besides is the organisation's.
    const [emails, phones] = [contactEmail === undefined, contactPhone === undefined];
    return {
      told: without({
        ...organisation, contactName: person, ...(emails ? { contactEmail: email, contactEmail2: email2 } : { contactEmail, email, email2 }),
        ...(phones ? { contactPhone: phone, contactPhone2: phone2 } : { contactPhone, phone, phone2 }),
      }),
      keysOnly: false,
    };
  }
  const own = without({ ...rest, kind: 'PERSON', ...both('email', rest, contactEmail), ...both('phone', rest, contactPhone) });
  if (person !== '') return { told: without({ ...own, givenName, familyName }), keysOnly: false };
  const called = rest['name'] ?? contactName;
  if (called !== undefined) return { told: { ...own, name: called }, keysOnly: false };
  const reached = textOf(own, 'email') ?? textOf(own, 'email2') ?? textOf(own, 'phone') ?? textOf(own, 'phone2');
  if (reached !== null) return { told: { ...own, givenName: reached.slice(0, 100) }, keysOnly: false };
  const key = textOf(own, 'externalId') ?? textOf(own, 'taxId');
  return key === null ? { told: own, keysOnly: false } : { told: { ...own, givenName: key.slice(0, 100) }, keysOnly: true };
}

/** What is said of the one, and of the contact who is the same or has no name. */
function both(field: 'email' | 'phone', values: Values, contact: Values[string] | undefined): Readonly<Record<string, Values[string] | undefined>> {
  const [first, second] = [values[field], values[`${field}2`]];
  return { [field]: first ?? contact, [`${field}2`]: second ?? (first === undefined ? undefined : contact) };
}

const without = (values: Readonly<Record<string, Values[string] | undefined>>): Values =>
  Object.fromEntries(Object.entries(values).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));
