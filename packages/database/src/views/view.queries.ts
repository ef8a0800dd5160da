import { scopeOf, type Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** The row behind the API's `SavedView`. */
export interface SavedViewRow {
  readonly id: string;
  readonly room: string;
  readonly name: string;
  /** The state of the page: filter, order, columns. */
  readonly search: Record<string, unknown>;
  readonly shared: boolean;
  readonly version: number;
  readonly updatedAt: string;
  readonly ownerId: string;
  readonly ownerName: string;
}

const views = sql`
  select v.id, v.room, v.name, v.search, v.shared, v.version, v.updated_at as "updatedAt",
    v.owner_id as "ownerId", o.name as "ownerName"
  from saved_view v join app_user o on o.id = v.owner_id`;

/** One's own, and what people of the same house share: staff among staff, a partner's people among themselves. */
const readable = (viewer: Viewer): RawBuilder<boolean> => scopeOf(viewer.role, 'view', 'read') === 'none'
  ? sql<boolean>`false`
  : sql<boolean>`(v.owner_id = ${viewer.userId}::uuid
      or (v.shared and ${sameHouse(viewer)}))`;

function sameHouse({ role, partnerId }: Viewer): RawBuilder<boolean> {
  if (role !== 'partner') return sql<boolean>`o.partner_id is null`;
  return partnerId ? sql<boolean>`o.partner_id = ${partnerId}::uuid` : sql<boolean>`false`;
}

/** Saved views of a room, one's own first. */
export function listViews(em: Em, room: string | undefined, viewer: Viewer): Promise<SavedViewRow[]> {
  return rowsOf(em, sql<SavedViewRow>`
    ${views} where ${readable(viewer)} ${room === undefined ? sql`` : sql`and v.room = ${room}`}
    order by (v.owner_id = ${viewer.userId}::uuid) desc, v.name, v.id limit 200`);
}

export async function viewById(em: Em, id: string, viewer: Viewer): Promise<SavedViewRow | null> {
  const [row] = await rowsOf(em, sql<SavedViewRow>`${views} where v.id = ${id}::uuid and ${readable(viewer)}`);
  return row ?? null;
}
