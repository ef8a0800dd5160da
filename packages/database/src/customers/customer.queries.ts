import { mayReadMarked, type Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import { visible, visibleFacts } from '#access';
import { among, type Em, preparedAsAsked, rowsOf, runAsKept, type Shape } from '#connection';
import { factColumn, partsOf } from '#facts';
import { contactColumns, type ContactSelection, pointsOf } from './contacts/contact.queries.ts';

/** The row behind the API's `Customer`, in its field names; parts that were not selected are absent. */
export interface CustomerRow {
  readonly id: string;
  readonly kind: 'PERSON' | 'ORGANISATION';
  readonly name: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly taxId: string | null;
  readonly birthDate: string | null;
  readonly iban: string | null;
  readonly language: string | null;
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly partnerId: string | null;
  readonly tags: string[];
  readonly source: string | null;
  readonly customerSince: string;
  readonly doNotContact: boolean;
  readonly preferredChannel: string | null;
  readonly deletedAt: string | null;
  /** Since when nothing personal of him is kept. */
  readonly erasedAt: string | null;
  readonly example: boolean;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly owner: { id: string; name: string } | null;
  readonly team: { id: string; name: string } | null;
  readonly partner: { id: string; name: string } | null;
  readonly facts?: Record<string, unknown>;
  readonly contactPoints?: Record<string, unknown>[];
  readonly consents?: Record<string, unknown>[];
  readonly addresses?: Record<string, unknown>[];
  readonly contacts?: Record<string, unknown>[];
  readonly told?: Readonly<Record<string, unknown>>;
}

/** What of a customer an operation wants: names of the API's fields, and the keys of the facts. */
export interface CustomerSelection {
  readonly fields: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  /** What of his contacts. */
  readonly ofContacts?: ContactSelection | undefined;
  /** What other rooms tell of a customer `c`, as columns by name: the row carries them under `told`. */
  readonly told?: Readonly<Record<string, RawBuilder<unknown>>> | undefined;
}

/** One customer whole, in one statement: himself, his facts, whom and how to reach, where he is. */
export const customerById = (em: Em, id: string, select: CustomerSelection, viewer: Viewer, now: Date): Promise<CustomerRow | null> =>
  customerAsAsked(em, id, () => select, viewer, now, undefined);

/** The same for what is asked again and again in one shape, which decides what is selected: its statement is kept. */
export async function customerAsAsked(
  em: Em, id: string, selectAt: (now: Date) => CustomerSelection, viewer: Viewer, now: Date, shape: Shape | undefined,
): Promise<CustomerRow | null> {
  const [row] = await runAsKept(em, shape, { id, now }, (given) => preparedAsAsked([given.id], sql<CustomerRow>`
    select ${customerColumns(selectAt(given.now), viewer, given.now)}
    from customer asked
    join customer c on c.id = coalesce(asked.merged_into, asked.id)
    join customer_facts f on f.customer_id = c.id
    where asked.id = ${given.id}::uuid and ${visibleUnlessDeleted(viewer)}`));
  return row ?? null;
}

/** The rows of several customers, for what refers to them; the order of the answer is not that of the ids. */
export function customersByIds(
  em: Em, ids: readonly string[], select: CustomerSelection, viewer: Viewer, now: Date,
): Promise<CustomerRow[]> {
  return rowsOf(em, preparedAsAsked(ids, sql<CustomerRow>`
    select ${customerColumns(select, viewer, now)}
    from customer c join customer_facts f on f.customer_id = c.id
    where c.id = ${among(ids)} and ${visibleUnlessDeleted(viewer)}`));
}

// One who may restore sees the deleted; to all others they are gone. What an erased one bought still counts, so whoever sees it sees his mark.
const visibleUnlessDeleted = (viewer: Viewer): RawBuilder<boolean> =>
  viewer.role === 'administrator' || viewer.role === 'manager'
    ? sql<boolean>`c.merged_into is null`
    : sql<boolean>`(${visibleFacts('f', viewer)} or (c.erased_at is not null and c.deleted_at is null and c.merged_into is null and ${visible('c', viewer)}))`;

/** The columns over `c` (customer) and `f` (facts): the plain ones always, lists and facts when selected. */
export function customerColumns(select: CustomerSelection, viewer: Viewer, now: Date): RawBuilder<unknown> {
  const personal = (column: string) => mayReadMarked(viewer.role, 'personal')
    ? sql.ref(column) : sql`case when c.kind = 'ORGANISATION' and ${column === 'c.tax_id'} then c.tax_id end`;
  const parts: RawBuilder<unknown>[] = [sql`
    c.id, c.kind, c.name, c.given_name as "givenName", c.family_name as "familyName", c.language,
    ${personal('c.tax_id')} as "taxId", ${mayReadMarked(viewer.role, 'personal') ? sql`c.birth_date::text` : sql`null`} as "birthDate",
    ${mayReadMarked(viewer.role, 'personal') ? sql`c.iban` : sql`null`} as iban,
    c.owner_id as "ownerId", c.team_id as "teamId", c.partner_id as "partnerId", c.tags, c.source,
    c.customer_since as "customerSince", c.do_not_contact as "doNotContact", c.preferred_channel as "preferredChannel",
    c.deleted_at as "deletedAt", c.erased_at as "erasedAt", c.example, c.version, c.created_at as "createdAt", c.updated_at as "updatedAt",
    ${named('app_user', 'c.owner_id')} as owner, ${named('team', 'c.team_id')} as team,
    ${named('partner', 'c.partner_id')} as partner`];
  if (select.facts.size > 0) parts.push(sql`${factsObject([...select.facts], viewer, now)} as facts`);
  const lists = { contactPoints, consents, addresses, contacts: () => contacts(viewer, select.ofContacts ?? new Set()) };
  for (const [field, list] of Object.entries(lists)) {
    if (select.fields.has(field)) parts.push(sql`${list(viewer)} as ${sql.id(field)}`);
  }
  const told = Object.entries(select.told ?? {});
  if (told.length > 0) parts.push(sql`json_build_object(${sql.join(told.flatMap(([name, column]) => [sql.lit(name), column]))}) as told`);
  return sql.join(parts);
}

const named = (table: string, column: string) => sql`
  (select json_build_object('id', n.id, 'name', n.name) from ${sql.table(table)} n where n.id = ${sql.ref(column)})`;

// json_build_object takes 100 arguments at most.
function factsObject(keys: readonly string[], viewer: Viewer, now: Date): RawBuilder<unknown> {
  const chunks = Array.from({ length: Math.ceil(keys.length / 40) }, (_, at) => keys.slice(at * 40, at * 40 + 40));
  return sql.join(chunks.map((chunk) => sql`jsonb_build_object(${sql.join(chunk.flatMap((key) =>
    [sql`${sql.lit(key)}`, factColumn(key, { alias: 'f', now, viewer })]))})`), sql` || `);
}

const listOf = (row: RawBuilder<unknown>, from: RawBuilder<unknown>, order: RawBuilder<unknown>) => sql`
  coalesce((select json_agg(${row} order by ${order}) from ${from}), '[]')`;

const nothing = sql`'[]'::json`;

/** Whom and how to reach is for those who may read contacts of this customer, and personal values. */
const reachable = (viewer: Viewer, list: RawBuilder<unknown>): RawBuilder<unknown> =>
  mayReadMarked(viewer.role, 'personal') ? sql`case when ${visible('c', viewer, 'contact')} then ${list} else '[]' end` : nothing;

const contactPoints = (viewer: Viewer) => reachable(viewer, pointsOf(sql<boolean>`${held('p')} and ${shownOnce}`));

/** What is of the customer `c`, also as a row of somebody merged into him. */
const held = (alias: string): RawBuilder<boolean> => sql<boolean>`${sql.ref(`${alias}.customer_id`)} = any(${partsOf(sql.ref('c.id'))})`;

/** A point that two had who are one now is shown once: the preferred one, else that of the root. */
const shownOnce = sql<boolean>`not exists (
  select from contact_point twin where twin.customer_id <> p.customer_id and twin.customer_id = any(${partsOf(sql.ref('c.id'))})
    and twin.kind = p.kind and twin.normalised = p.normalised and twin.contact_id is null and p.contact_id is null
    and (not twin.preferred, twin.customer_id <> c.id, twin.id) < (not p.preferred, p.customer_id <> c.id, p.id))`;

const consents = () => listOf(
  sql`json_build_object('id', s.id, 'channel', s.channel, 'state', s.state, 'purpose', s.purpose,
    'lawfulBasis', s.lawful_basis, 'source', s.source, 'proof', s.proof, 'wording', s.wording, 'document', s.document,
    'validUntil', s.valid_until, 'givenAt', s.given_at)`,
  sql`consent s where ${held('s')}`, sql`s.given_at desc, s.id`);

const addresses = (viewer: Viewer) => !mayReadMarked(viewer.role, 'personal') ? nothing : listOf(
  sql`json_build_object('id', a.id, 'kind', a.kind, 'street', a.street, 'city', a.city, 'province', a.province,
    'postalCode', a.postal_code, 'country', a.country, 'isCurrent', a.is_current, 'validFrom', a.valid_from,
    'validUntil', a.valid_until)`,
  sql`address a where ${held('a')}`, sql`a.is_current desc, a.kind, a.valid_from desc`);

const contacts = (viewer: Viewer, select: ContactSelection) => reachable(viewer, sql`coalesce((
  select json_agg(person) from (
    select ${contactColumns(select, viewer)} from contact k where ${held('k')} and k.deleted_at is null order by k.is_primary desc, k.name_key) person), '[]')`);
