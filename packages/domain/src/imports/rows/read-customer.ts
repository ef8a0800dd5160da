import type { Instant } from '#calendar';
import { type Address, countryCode, type ContactPoint, type ContactPointInput, prepareContactPoint } from '#contacts';
import { type CustomerFields, type CustomerInput, type PreparedCustomer, prepareCustomer } from '#customers';
import { personNameKey, searchKey } from '#identity';
import { isRefused } from '#refusal';
import type { BoundFields, RowProblem } from '../cells/index.ts';
import { refuseBecause } from '../messages/index.ts';
import { type CustomReading, type ImportedCustom, readCustom } from './read-custom.ts';
import type { Values } from './values.ts';

/** A person who acts for an imported organisation. */
export interface ImportedContact {
  readonly givenName: string;
  readonly familyName: string | null;
  readonly nameKey: string;
  readonly jobTitle: string | null;
  readonly contactPoints: readonly ContactPoint[];
  /** What the row says of the company's own fields of contacts, by name. */
  readonly custom: ImportedCustom;
}

/** A customer as one row tells of him. */
export interface ImportedCustomer extends PreparedCustomer {
  readonly customerSince: Instant | null;
  readonly contact: ImportedContact | null;
  /** What of his own fields the row speaks of: the others are only what a new customer begins with. */
  readonly said: Partial<CustomerFields>;
  /** What the row says of the company's own fields, by name. */
  readonly custom: ImportedCustom;
  /** Whose he is to be, by e-mail or name, where the row says it. */
  readonly owner: string | null;
  /** Under which his city is found. */
  readonly cityKey: string | null;
}

export interface Origin {
  /** The system whose numbers these are. */
  readonly system: string;
  readonly country: string;
  /** Where rows may fill the company's own fields: those of what a row is. */
  readonly custom?: CustomReading | undefined;
}

const columnsOfInput: Readonly<Record<string, string>> = { source: 'firstSource' };

/** Reads a customer out of a row; null when a cell is wrong, which is told in `problems`. */
export function readCustomer(
  fields: BoundFields, cells: readonly string[], { system, country, custom: reading }: Origin, problems: RowProblem[],
): ImportedCustomer | null {
  const before = problems.length;
  const values = fields.read(cells, problems);
  if (problems.length > before) return null;
  const { input, named } = inputOf(values, system);
  const prepared = prepareCustomer(input, { country: placeOf(values) ?? country });
  if (isRefused(prepared)) {
    const field = named[prepared.field?.replace(/\.value$/, '') ?? ''] ?? columnsOfInput[prepared.field ?? ''] ?? prepared.field?.split('.').at(-1) ?? '';
    problems.push({ column: fields.columnOf(field) || field, refusal: prepared });
    return null;
  }
  const custom = reading ? readCustom(fields, values, reading, problems) : {};
  const contact = contactOf(values, fields, prepared.country ?? country, problems);
  const lonely = onlyCountry(values);
  if (lonely === 'UNKNOWN') problems.push({ column: fields.columnOf('country'), refusal: refuseBecause('INVALID', 'UNKNOWN_COUNTRY', { value: text(values, 'country') ?? '' }) });
  if (problems.length > before) return null;
  const addresses = lonely && lonely !== 'UNKNOWN' ? [lonely] : prepared.addresses;
  const city = addresses[0]?.city;
  const since = values['customerSince'];
  return {
    ...prepared, addresses, said: saidOf(prepared, values), country: addresses[0]?.country ?? prepared.country, contact, custom, owner: text(values, 'owner') ?? null,
    customerSince: typeof since === 'number' ? since : null, cityKey: city ? searchKey(city) : null,
  };
}

function saidOf(prepared: PreparedCustomer, values: Values): Partial<CustomerFields> {
  const { kind, name, givenName, familyName, nameKey, taxId, taxCountry, source, doNotContact, tags, birthDate, iban, language, preferredChannel } = prepared;
  const named = ['name', 'givenName', 'familyName'].some((field) => text(values, field) !== undefined);
  const known = { birthDate, iban, language, preferredChannel };
  return {
    ...(values['kind'] === undefined ? {} : { kind }), ...(named ? { name, givenName, familyName, nameKey } : {}), ...(taxId ? { taxId, taxCountry } : {}),
    ...(values['firstSource'] === undefined ? {} : { source }), ...(values['doNotContact'] === undefined ? {} : { doNotContact }),
    ...(tags.length > 0 ? { tags } : {}), ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)),
  };
}

/** What a row says about a customer in the words of the customer's own preparation; and which field each path is. */
function inputOf(values: Values, system: string): { input: CustomerInput; named: Readonly<Record<string, string>> } {
  const points: [string, ContactPointInput['kind']][] = [['email', 'EMAIL'], ['email2', 'EMAIL'], ['phone', 'PHONE'], ['phone2', 'PHONE'], ['mobile', 'MOBILE'], ['website', 'WEBSITE']];
  const given = points.filter(([field]) => text(values, field) !== undefined);
  const id = text(values, 'externalId');
  const kind = values['kind'] === 'PERSON' || (values['kind'] === undefined && text(values, 'name') === undefined) ? 'PERSON' : 'ORGANISATION';
  const addressed = ['addressLine1', 'addressLine2', 'city', 'region', 'postalCode'].some((field) => text(values, field) !== undefined);
  const street = [text(values, 'addressLine1'), text(values, 'addressLine2')].filter((line) => line !== undefined).join(', ');
  const input: CustomerInput = {
    kind, name: text(values, 'name'), givenName: text(values, 'givenName'), familyName: text(values, 'familyName'),
    birthDate: text(values, 'birthDate'), iban: text(values, 'iban'),
    taxId: text(values, 'taxId'), taxCountry: text(values, 'taxCountry') ?? text(values, 'country'), language: text(values, 'language'),
    source: (text(values, 'firstSource') ?? 'IMPORT') as CustomerInput['source'],
    preferredChannel: text(values, 'preferredChannel') as CustomerInput['preferredChannel'],
    doNotContact: values['doNotContact'] === true, tags: Array.isArray(values['tags']) ? (values['tags'] as string[]) : [],
    contactPoints: given.map(([field, kind]) => ({ kind, value: text(values, field) ?? '' })),
    addresses: addressed ? [{
      kind: 'BILLING', street, city: text(values, 'city'), province: text(values, 'region'),
      postalCode: text(values, 'postalCode'), country: text(values, 'country'),
    }] : [],
    externalIds: id === undefined ? [] : [{ system, id }],
  };
  return { input, named: Object.fromEntries(given.map(([field], index) => [`contactPoints.${index}`, field])) };
}

/** A country without any address is kept: it is all that many files say about where a customer is. */
function onlyCountry(values: Values): Address | 'UNKNOWN' | null {
  const country = text(values, 'country');
  if (country === undefined || ['addressLine1', 'city', 'region', 'postalCode'].some((field) => text(values, field) !== undefined)) return null;
  const code = countryCode(country);
  return code === null ? 'UNKNOWN' : { kind: 'BILLING', street: null, city: null, province: null, postalCode: null, postalCodeFits: null, country: code };
}

function contactOf(values: Values, fields: BoundFields, country: string, problems: RowProblem[]): ImportedContact | null {
  const name = text(values, 'contactName');
  if (name === undefined) return null;
  const [givenName = name, ...family] = name.split(/\s+/);
  const contactPoints: ContactPoint[] = [];
  for (const [field, kind] of [['contactEmail', 'EMAIL'], ['contactEmail2', 'EMAIL'], ['contactPhone', 'PHONE'], ['contactPhone2', 'PHONE']] as const) {
    const value = text(values, field);
    if (value === undefined) continue;
    const point = prepareContactPoint({ kind, value }, country);
    if (isRefused(point)) problems.push({ column: fields.columnOf(field), refusal: point });
    else if (!contactPoints.some(({ normalised }) => normalised === point.normalised)) contactPoints.push(point);
  }
  return { givenName, familyName: family.join(' ') || null, nameKey: personNameKey(name), jobTitle: text(values, 'contactTitle') ?? null, contactPoints, custom: {} };
}

function placeOf(values: Values): string | null {
  const country = text(values, 'country');
  return country === undefined ? null : countryCode(country);
}

const text = (values: Values, field: string): string | undefined => {
  const value = values[field];
  return typeof value === 'string' ? value : undefined;
};
