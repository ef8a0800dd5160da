import { mayReadMarked, scopeOf, type Viewer } from '@orbita/domain/access';
import type { CustomField, CustomValues } from '@orbita/domain/custom-fields';
import { lawKeepsUntil, type OpenThings } from '@orbita/domain/privacy';
import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { type PersonalTable, personalTables } from './catalogue/index.ts';
import { contactOf, openThings, personById } from './erase/person.queries.ts';

/** Of whom: a customer with all who were merged into him, or one of his contacts alone. */
export interface KeptOf {
  readonly customerId: string;
  readonly contactId?: string | null | undefined;
}

/** How many rows of a table are his, and what an erasure does with them. */
export interface KeptTable {
  readonly table: string;
  readonly count: number;
  /** `EMPTIED`: what is his own goes, amounts and dates stay; `KEPT`: nothing in it is his own. */
  readonly erasure: 'DELETED' | 'EMPTIED' | 'KEPT';
}

export interface KeptAbout {
  readonly customerId: string;
  readonly contactId: string | null;
  readonly name: string;
  readonly erased: boolean;
  readonly tables: readonly KeptTable[];
  readonly open: OpenThings;
  /** The last year in which the law has documents of his orders kept; null without orders. */
  readonly lawKeepsUntil: number | null;
}

const shown = (contactId: string | null | undefined): readonly PersonalTable[] =>
  personalTables.filter(({ internal, contact, name }) => !internal && (contactId ? contact !== undefined : name !== 'customer_facts'));

const rowsOfHis = ({ name, of, contact }: PersonalTable, parts: readonly string[], contactId: string | null | undefined): RawBuilder<unknown> =>
  sql`${sql.table(name)} t where ${sql.ref(`t.${of}`)} = any(${parts}::uuid[]) ${contactId ? sql`and ${sql.ref(`t.${contact!}`)} = ${contactId}::uuid` : sql``}`;

const fateOf = ({ erase, personal }: PersonalTable): KeptTable['erasure'] =>
  erase === 'DELETED' ? 'DELETED' : Object.keys(personal).length > 0 ? 'EMPTIED' : 'KEPT';

/** What is kept about somebody, by kind, and what an erasure would do with it; null for one who may not know. */
export async function keptAbout(em: Em, { customerId, contactId }: KeptOf, viewer: Viewer): Promise<KeptAbout | null> {
  const person = await personById(em, customerId, viewer);
  const contact = person && contactId ? await contactOf(em, contactId, person.parts) : null;
  if (!person || (contactId && !contact)) return null;
  const counts = sql.join(shown(contactId).map((table) => sql`select ${table.name}::text as table, count(*)::int as count from ${rowsOfHis(table, person.parts, contactId)}`), sql` union all `);
  const found = new Map((await rowsOf(em, sql<{ table: string; count: number }>`${counts}`)).map(({ table, count }) => [table, count]));
  const [law] = await rowsOf(em, sql<{ year: number | null; country: string }>`
    select (select extract(year from max(placed_at) at time zone c.zone)::int from sales_order where customer_id = any(${person.parts}::uuid[])) as year, c.country from company c limit 1`);
  return {
    customerId: person.id, contactId: contact?.id ?? null, name: contact?.name ?? person.name, erased: person.erased,
    tables: shown(contactId).map((table) => ({ table: table.name, count: found.get(table.name) ?? 0, erasure: fateOf(table) })).filter(({ count }) => count > 0),
    open: contactId ? { orders: 0, opportunities: 0, leads: 0, tasks: 0 } : await openThings(em, person.parts),
    lawKeepsUntil: law?.year && !contactId ? lawKeepsUntil(law.year, law.country) : null,
  };
}

export interface PersonalData {
  readonly customerId: string;
  readonly contactId: string | null;
  readonly name: string;
  /** Everything that is kept, row by row, by table. */
  readonly tables: readonly { readonly table: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }[];
  /** The company's own fields that such rows hold under `custom`, those put away too. */
  readonly fields: readonly CustomField[];
  /** Whom these point at, by id. */
  readonly linked: Readonly<Record<string, string>>;
}

// What is derived for comparing, and the machine's own counting, says nothing that the rest does not.
const untold = ['version', 'name_key', 'title_key', 'city_key', 'normalised', 'custom_compared', 'rank'];

/** Everything that is kept about somebody, the same for a machine and for him; null for one who may not hand it out. */
export async function personalData(em: Em, { customerId, contactId }: KeptOf, viewer: Viewer): Promise<PersonalData | null> {
  if (!mayReadMarked(viewer.role, 'personal') || scopeOf(viewer.role, 'privacy', 'read') === 'none') return null;
  const person = await personById(em, customerId, viewer);
  const contact = person && contactId ? await contactOf(em, contactId, person.parts) : null;
  if (!person || (contactId && !contact)) return null;
  const tables = [];
  for (const table of shown(contactId)) {
    const rows = await rowsOf(em, sql<{ row: Record<string, unknown> }>`select jsonb_strip_nulls(to_jsonb(t) - ${untold}::text[]) as row from ${rowsOfHis(table, person.parts, contactId)} order by 1`);
    if (rows.length > 0) tables.push({ table: table.name, rows: rows.map(({ row }) => row) });
  }
  return { customerId: person.id, contactId: contact?.id ?? null, name: contact?.name ?? person.name, tables, ...await ownFieldsOf(em, tables) };
}

/** What the company's own values in these rows mean: what they are called, and whom they point at. */
async function ownFieldsOf(em: Em, tables: PersonalData['tables']): Promise<Pick<PersonalData, 'fields' | 'linked'>> {
  const held = tables.flatMap(({ table, rows }) => rows.flatMap(({ custom }) => Object.keys((custom ?? {}) as object).map((name) => `${table.toUpperCase()} ${name}`)));
  const fields = await rowsOf(em, sql<CustomField>`
    select d.entity, d.name, d.type, d.label, d.decimals::int as decimals, d.options, d.required, d.required_at_stages as "requiredAtStages", d.readers
    from custom_field d where d.entity || ' ' || d.name = any(${[...new Set(held)]}::text[]) order by d.entity, d.position, d.id`);
  const links = new Set(fields.filter(({ type }) => type === 'USER' || type === 'CUSTOMER').map(({ entity, name }) => `${entity} ${name}`));
  const ids = tables.flatMap(({ table, rows }) => rows.flatMap(({ custom }) => Object.entries((custom ?? {}) as CustomValues)
    .flatMap(([name, value]) => (links.has(`${table.toUpperCase()} ${name}`) ? [String(value)] : []))));
  const named = ids.length === 0 ? [] : await rowsOf(em, sql<{ id: string; name: string }>`
    select id, name from app_user where id = any(${ids}::uuid[]) union all select id, name from customer where id = any(${ids}::uuid[])`);
  return { fields, linked: Object.fromEntries(named.map(({ id, name }) => [id, name])) };
}
