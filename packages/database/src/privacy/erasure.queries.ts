import { scopeOf, type Viewer } from '@orbita/domain/access';
import type { ErasureReason } from '@orbita/domain/privacy';
import { type RawBuilder, sql } from 'kysely';
import { type Em, keyset, type KeysetPage, rowsOf, run } from '#connection';

/** An erasure as the register keeps it, here and outside of the database: ids, a code, and hashes by which his letters are found. */
export interface Erasure {
  readonly id: string;
  readonly customerId: string;
  /** The contact who was erased alone. */
  readonly contactId: string | null;
  /** The customer with everybody who was merged into him. */
  readonly parts: readonly string[];
  readonly reason: ErasureReason;
  readonly erasedAt: string;
  readonly erasedBy: string | null;
  readonly salt: string;
  readonly keyHashes: readonly string[];
}

const columns = sql`
  e.id, e.customer_id as "customerId", e.contact_id as "contactId", to_json(e.parts) as parts, e.reason, e.erased_at as "erasedAt", e.erased_by as "erasedBy",
  e.salt, to_json(e.key_hashes) as "keyHashes"`;

export async function keepErasure(em: Em, { id, customerId, contactId, parts, reason, erasedAt, erasedBy, salt, keyHashes }: Erasure): Promise<void> {
  await run(em, sql`
    insert into erasure (id, customer_id, contact_id, parts, reason, erased_at, erased_by, salt, key_hashes)
    values (${id}::uuid, ${customerId}::uuid, ${contactId}::uuid, ${parts}::uuid[], ${reason}, ${erasedAt}::timestamptz, ${erasedBy}::uuid, ${salt}, ${keyHashes}::text[])`);
}

/** What erasures leave to be done outside of the database, the oldest first: `registered` and `files` say what of it is done. */
export const erasuresToFinish = (em: Em): Promise<(Erasure & { readonly registered: boolean; readonly cleaned: boolean })[]> =>
  rowsOf(em, sql<Erasure & { registered: boolean; cleaned: boolean }>`
    select ${columns}, e.registered_at is not null as registered, e.files_cleaned_at is not null as cleaned
    from erasure e where e.registered_at is null or e.files_cleaned_at is null order by e.id`);

export const markRegistered = (em: Em, id: string, now: Date): Promise<number> =>
  run(em, sql`update erasure set registered_at = ${now.toISOString()}::timestamptz where id = ${id}::uuid`);

export const markCleaned = (em: Em, id: string, now: Date): Promise<number> =>
  run(em, sql`update erasure set files_cleaned_at = ${now.toISOString()}::timestamptz where id = ${id}::uuid`);

/** Which of these erasures this database does not know: it was restored from an older backup. */
export async function unknownErasures(em: Em, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const known = await rowsOf(em, sql<{ id: string }>`select id from erasure where id = any(${ids}::uuid[])`);
  const there = new Set(known.map(({ id }) => id));
  return new Set(ids.filter((id) => !there.has(id)));
}

export interface ErasureRow {
  readonly id: string;
  readonly customerId: string;
  readonly contactId: string | null;
  /** How the erased customer, or the organisation whose contact was erased, is called. */
  readonly name: string | null;
  readonly reason: ErasureReason;
  readonly erasedAt: string;
  readonly by: { readonly id: string; readonly name: string } | null;
  /** Whether letters and the register outside of the database are done as well. */
  readonly finished: boolean;
  /** The same instant as the database writes it: the place of the row in the list. */
  readonly sortValue: string;
}

export interface ErasureFilter {
  readonly reason?: ErasureReason | undefined;
}

/** For those who may erase anybody. */
const matches = ({ reason }: ErasureFilter, viewer: Viewer): RawBuilder<boolean> => sql<boolean>`
  ${sql.lit(scopeOf(viewer.role, 'privacy', 'read') === 'all')} ${reason ? sql`and e.reason = ${reason}` : sql``}`;

/** Who was erased, the latest first; one row more than asked. */
export function listErasures(em: Em, filter: ErasureFilter, page: KeysetPage, viewer: Viewer): Promise<ErasureRow[]> {
  const { beyond, tail } = keyset(page, { value: sql`e.erased_at`, id: sql`e.id`, type: 'timestamptz', descending: true });
  return rowsOf(em, sql<ErasureRow>`
    select e.id, e.customer_id as "customerId", e.contact_id as "contactId", c.name, e.reason, e.erased_at as "erasedAt", e.erased_at::text as "sortValue",
      case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as by,
      (e.registered_at is not null and e.files_cleaned_at is not null) as finished
    from erasure e left join customer c on c.id = e.customer_id left join app_user u on u.id = e.erased_by
    where ${matches(filter, viewer)} and ${beyond} ${tail}`);
}

export async function countErasures(em: Em, filter: ErasureFilter, viewer: Viewer): Promise<number> {
  const [row] = await rowsOf(em, sql<{ count: string }>`select count(*) as count from erasure e where ${matches(filter, viewer)}`);
  return Number(row?.count ?? 0);
}
