import { type ContactPointInput, countryCode, type PreparedContact, prepareContact } from '#contacts';
import { type CustomerInput, type ExternalId, prepareCustomer, type PreparedCustomer } from '#customers';
import { identityKeys } from '#identity';
import { isRefused, type Refusal, refuse } from '#refusal';
import type { CustomerSource } from '#customers';

/** Who turned to us, as far as he said; at least a name, an organisation or a way to reach him. */
export interface WhoInput {
  /** Of the person, where given and family name are not known apart. */
  readonly name?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  readonly familyName?: string | null | undefined;
  readonly organisation?: string | null | undefined;
  readonly jobTitle?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  /** His name in a messenger or social network. */
  readonly handle?: { readonly network: string; readonly name: string; readonly kind: 'MESSAGING' | 'SOCIAL' } | null | undefined;
  readonly taxId?: string | null | undefined;
  /** ISO 3166 code or name; telephones and tax numbers are read as of it. */
  readonly country?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly externalIds?: readonly ExternalId[] | undefined;
}

/** The customer to find by his keys or to make, and the person who wrote for him. */
export interface Who {
  readonly customer: PreparedCustomer;
  readonly contact: PreparedContact | null;
}

/**
 * The customer that an interest is about: the organisation if one is named, else the person, called by whatever is
 * known. The person of an organisation is its contact, and his e-mail one of the organisation's keys, so that his next
 * message finds it again. Refuses with the name of the input that is wrong (`phone`).
 */
export function prepareWho(input: WhoInput, source: CustomerSource, companyCountry: string): Who | Refusal {
  const country = input.country?.trim() ? countryCode(input.country) : companyCountry;
  if (country === null) return refuse('INVALID', { field: 'country', details: { value: input.country ?? '' } });
  const points = pointsOf(input);
  const organisation = input.organisation?.trim() || null;
  const person = [input.givenName, input.familyName].filter((part) => part?.trim()).join(' ') || input.name?.trim() || null;
  const called = organisation ?? person ?? points[0]?.point.value.trim();
  if (!called) return refuse('REQUIRED', { field: 'email' });
  const contact = organisation && person ? prepareContact(contactInput(input, points), country) : null;
  if (isRefused(contact)) return named(contact, points);
  const { taxId, language, externalIds } = input;
  const own: CustomerInput = {
    kind: organisation ? 'ORGANISATION' : 'PERSON', taxId, taxCountry: country, language, source, externalIds,
    ...(organisation ? { name: organisation } : namesOf(input, called)),
    contactPoints: contact ? [] : points.map(({ point }) => point),
  };
  const customer = prepareCustomer(own, { country });
  if (isRefused(customer)) return named(customer, points);
  return { customer: { ...customer, country: customer.country ?? (input.country?.trim() ? country : null), identityKeys: keysOf(customer, contact) }, contact };
}

interface Point {
  readonly field: string;
  readonly point: ContactPointInput;
}

function pointsOf({ email, phone, handle }: WhoInput): Point[] {
  const points: Point[] = [];
  if (email?.trim()) points.push({ field: 'email', point: { kind: 'EMAIL', value: email } });
  if (phone?.trim()) points.push({ field: 'phone', point: { kind: 'PHONE', value: phone } });
  if (handle?.name.trim()) points.push({ field: 'handle', point: { kind: handle.kind, value: handle.name, label: handle.network } });
  return points;
}

/** A person called only by his e-mail keeps it whole as his name: cutting it up would make one up. */
function namesOf({ givenName, familyName, name }: WhoInput, called: string): Pick<CustomerInput, 'givenName' | 'familyName' | 'name'> {
  if (givenName?.trim() || familyName?.trim()) return { givenName, familyName };
  return name?.trim() ? { name } : { givenName: called.slice(0, 100).toWellFormed() };
}

function contactInput(input: WhoInput, points: readonly Point[]): Parameters<typeof prepareContact>[0] {
  const names = input.givenName?.trim() ? { givenName: input.givenName, familyName: input.familyName } : { givenName: input.name?.trim() || input.familyName || '' };
  return { ...names, jobTitle: input.jobTitle, isPrimary: true, contactPoints: points.map(({ point }) => point) };
}

function keysOf({ identityKeys: own }: PreparedCustomer, contact: PreparedContact | null): PreparedCustomer['identityKeys'] {
  const emails = (contact?.contactPoints ?? []).filter(({ kind }) => kind === 'EMAIL').map(({ normalised }) => normalised);
  return [...identityKeys({ emails, taxId: null, externalIds: [] }), ...own];
}

/** A refusal about a contact point, in the name under which it was entered. */
function named(refusal: Refusal, points: readonly Point[]): Refusal {
  const place = /^contactPoints\.(\d+)\./.exec(refusal.field ?? '')?.[1];
  const field = place === undefined ? refusal.field : points[Number(place)]?.field;
  return field === undefined ? refusal : { ...refusal, field };
}
