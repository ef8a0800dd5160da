import { normaliseText } from '@orbita/domain/facts';
import { changeAddress, changeCustomer, changeOwn, type ImportedContact, type ImportedCustomer, type KnownFields, type Meeting } from '@orbita/domain/imports';
import { personalFields } from '#customers';
import type { Staff } from '../parties/parties.queries.ts';
import type { CustomerRows } from './customer-rows.ts';
import { keyText } from './known-customers.queries.ts';
import type { KnownContact, KnownDetails } from './known-details.queries.ts';

/** One row held against what is known of its customer. What it changes goes to `rows` and into `details`. */
export interface Met {
  readonly id: string;
  readonly customer: ImportedCustomer;
  readonly details: KnownDetails;
  readonly meeting: Meeting;
  readonly rows: CustomerRows;
  /** Who is to look after him, where the row says it. */
  readonly owner: Staff | null;
  /** Whose each key is. */
  readonly owners: Map<string, string>;
  /** A customer who is just being made is told of in one event. */
  readonly silent: boolean;
}

interface Change {
  readonly changed: boolean;
  readonly kept: readonly string[];
}

/** His own fields, since when he is one, and the keys by which he is found. */
export function meetFields(met: Met): Change {
  const { id, customer, details, meeting, rows } = met;
  const { after, before, kept: different } = changeCustomer(details.fields, customer, meeting);
  const kept = [...different];
  if ('taxId' in after && details.fields.taxId) giveBack(met, details.fields);
  details.fields = { ...details.fields, ...after };
  const since = customer.customerSince !== null && customer.customerSince < details.since ? { before: instant(details.since), after: instant(customer.customerSince) } : null;
  if (since) details.since = customer.customerSince ?? details.since;
  const externalIds = addKeys(met);
  const own = changeOwn(customer.custom, details.custom, meeting);
  details.custom = own.next;
  const handed = meetOwner(met);
  kept.push(...own.kept, ...handed.kept);
  if (Object.keys(after).length === 0 && !since && externalIds.length === 0 && own.changed.length === 0 && handed.changed.length === 0) return { changed: false, kept };
  const values: [string, { before: unknown; after: unknown }][] = Object.keys(after).map((field) => [field, { before: before[field as keyof KnownFields], after: after[field as keyof KnownFields] }]);
  if (since) values.push(['customerSince', since]);
  values.push(...handed.changed);
  if (externalIds.length > 0) values.push(['externalIds', { before: null, after: externalIds }]);
  const told = (personal: boolean) => Object.fromEntries(values.filter(([field]) => personalFields.has(field) === personal));
  rows.changed(id, details);
  const changed = [...values, ...own.changed].map(([field]) => field);
  rows.said(id, 'customerUpdated', { changed, values: told(false) }, { ...told(true), ...Object.fromEntries(own.changed) });
  return { changed: true, kept };
}

/** Whose he is: he is not taken from anybody but by an update. He goes to the team of whoever gets him, where that is in one. */
function meetOwner({ owner, details, meeting }: Met): { readonly changed: [string, { before: unknown; after: unknown }][]; readonly kept: readonly string[] } {
  const { ownerId, teamId } = details.owned;
  if (!owner || owner.id === ownerId) return { changed: [], kept: [] };
  if (ownerId !== null && meeting === 'fill') return { changed: [], kept: ['owner'] };
  details.owned = { ownerId: owner.id, teamId: owner.teamId ?? teamId };
  const team: [string, { before: unknown; after: unknown }][] = details.owned.teamId === teamId ? [] : [['teamId', { before: teamId, after: details.owned.teamId }]];
  return { changed: [['ownerId', { before: ownerId, after: owner.id }], ...team], kept: [] };
}

function giveBack({ id, rows, owners }: Met, { taxCountry, taxId }: KnownFields): void {
  const key = { kind: 'TAX_ID', value: `${taxCountry}:${taxId}` } as const;
  owners.delete(keyText(key));
  rows.release(id, key);
}

/** Takes the keys that are new; a tax number only if it is his. Answers the new ids in other systems. */
export function addKeys({ id, customer: { identityKeys }, details: { fields }, owners, rows }: Met): string[] {
  const fresh = identityKeys.filter((key) => !owners.has(keyText(key)) && (key.kind !== 'TAX_ID' || key.value === `${fields.taxCountry}:${fields.taxId}`));
  for (const key of fresh) {
    owners.set(keyText(key), id);
    rows.identity(id, key);
  }
  return fresh.filter(({ kind }) => kind === 'EXTERNAL_ID').map(({ value }) => value);
}

/** Adds the ways to reach him that are new; none is taken away. */
export function addPoints({ id, customer: { contactPoints }, details: { points }, rows, silent }: Met, own = contactPoints, contact: KnownContact | null = null): boolean {
  const contactId = contact?.id ?? null;
  const fresh = own.filter(({ kind, normalised }) => !points.has(pointText(contactId, kind, normalised)));
  for (const point of fresh) {
    points.add(pointText(contactId, point.kind, point.normalised));
    const contactPointId = rows.point(contact?.holderId ?? id, point, contactId);
    if (!silent) rows.said(id, 'contactPointAdded', { contactPointId, kind: point.kind, ...(contactId ? { contactId } : {}) }, { value: point.value });
  }
  return fresh.length > 0;
}

export function meetAddress({ id, customer: { addresses }, details, meeting, rows, silent }: Met): Change {
  const [said] = addresses;
  if (!said) return { changed: false, kept: [] };
  const { after, kept } = changeAddress(details.address?.parts ?? null, said, meeting);
  if (!after) return { changed: false, kept };
  const replaced = details.address?.id ?? null;
  const addressId = rows.address(id, after, replaced);
  details.address = { id: addressId, parts: after };
  if (!silent) rows.said(id, 'addressSet', { addressId, kind: 'BILLING', replaced }, { ...after });
  return { changed: true, kept: [] };
}

/** The person who acts for him: found by name, made if new, and given what is missing. */
export function meetContact(met: Met): Change & { readonly made: boolean } {
  const { id, customer: { contact }, details: { contacts }, rows, silent } = met;
  if (!contact) return { changed: false, kept: [], made: false };
  const nameKey = normaliseText([contact.givenName, contact.familyName ?? ''].join(' '));
  const { givenName, familyName } = contact;
  const known = contacts.get(nameKey);
  let change: Change = { changed: true, kept: [] };
  if (known) change = meetKnown(met, contact, known);
  else {
    const made = rows.contact(id, contact, nameKey, contacts.size === 0);
    contacts.set(nameKey, made);
    if (!silent) rows.said(id, 'contactAdded', { contactId: made.id }, { givenName, familyName });
  }
  const points = addPoints(met, contact.contactPoints, contacts.get(nameKey) ?? null);
  return { changed: change.changed || points, kept: change.kept, made: !known };
}

/** What a row says of a person who is there: what he does, and the company's own fields. */
function meetKnown({ id, meeting, rows, silent }: Met, { givenName, familyName, jobTitle, custom }: ImportedContact, known: KnownContact): Change {
  const own = changeOwn(custom, known.custom, meeting);
  const differs = jobTitle !== null && known.jobTitle !== jobTitle;
  const keepsTitle = differs && known.jobTitle !== null && meeting === 'fill';
  const kept = [...(keepsTitle ? ['contactTitle'] : []), ...own.kept];
  const titled = differs && !keepsTitle;
  if (!titled && own.changed.length === 0) return { changed: false, kept };
  const changes = titled ? { jobTitle: { before: known.jobTitle, after: jobTitle } } : {};
  if (titled) known.jobTitle = jobTitle;
  known.custom = own.next;
  rows.changedContact(known);
  const changed = [...Object.keys(changes), ...own.changed.map(([field]) => field)];
  if (!silent) rows.said(id, 'contactUpdated', { contactId: known.id, changed, values: {} }, { givenName, familyName, ...Object.fromEntries(own.changed), changes });
  return { changed: true, kept };
}

const pointText = (contactId: string | null, kind: string, normalised: string): string => `${contactId ?? ''} ${kind} ${normalised}`;
const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
