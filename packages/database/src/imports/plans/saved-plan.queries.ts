import { scopeOf, type Viewer } from '@orbita/domain/access';
import { headerKey, type ImportPlan, type Room } from '@orbita/domain/imports';
import { sql } from 'kysely';
import { type Em, newId, rowsOf, run } from '#connection';

/** A mapping that was kept under a name, for the next file of its kind. */
export interface SavedPlan {
  readonly id: string;
  readonly name: string;
  readonly room: Room;
  readonly plan: ImportPlan;
  readonly updatedAt: string;
}

const columns = sql`m.id, m.name, m.room, m.plan, m.updated_at as "updatedAt"`;
const imports = (viewer: Viewer) => sql.lit(scopeOf(viewer.role, 'import', 'read') === 'all');

/** Everybody's who imports, by name. */
export function savedPlans(em: Em, viewer: Viewer): Promise<SavedPlan[]> {
  return rowsOf(em, sql<SavedPlan>`select ${columns} from import_mapping m where ${imports(viewer)} order by lower(m.name), m.id`);
}

export async function oneSavedPlan(em: Em, id: string, viewer: Viewer): Promise<SavedPlan | null> {
  const [saved] = await rowsOf(em, sql<SavedPlan>`select ${columns} from import_mapping m where m.id = ${id}::uuid and ${imports(viewer)}`);
  return saved ?? null;
}

/** The saved mapping with the most columns of those whose columns the file has all; the latest of equals. */
export async function savedPlanFor(em: Em, header: readonly string[], room: Room | undefined, viewer: Viewer): Promise<SavedPlan | null> {
  const keys = new Set(header.map(headerKey));
  const rows = await rowsOf(em, sql<SavedPlan>`
    select ${columns} from import_mapping m where ${imports(viewer)} ${room ? sql`and m.room = ${room}` : sql``} order by m.updated_at desc, m.id limit 500`);
  const fitting = rows.filter(({ plan }) => plan.columns.length > 0 && plan.columns.every(({ column }) => keys.has(headerKey(column))));
  return fitting.toSorted((a, b) => b.plan.columns.length - a.plan.columns.length)[0] ?? null;
}

/** Keeps a mapping under a name; one that is called so already is written over. */
export async function savePlan(em: Em, { name, plan }: { readonly name: string; readonly plan: ImportPlan }, { by, now }: { readonly by: string; readonly now: Date }): Promise<string> {
  const at = now.toISOString();
  const [saved] = await rowsOf(em, sql<{ id: string }>`
    insert into import_mapping (id, name, room, plan, created_by, created_at, updated_at)
    values (${newId()}::uuid, ${name}, ${plan.room}, ${JSON.stringify(plan)}::jsonb, ${by}::uuid, ${at}::timestamptz, ${at}::timestamptz)
    on conflict (lower(name)) do update set name = excluded.name, room = excluded.room, plan = excluded.plan, updated_at = excluded.updated_at
    returning id`);
  return saved!.id;
}

export const dropPlan = (em: Em, id: string): Promise<number> => run(em, sql`delete from import_mapping where id = ${id}::uuid`);
