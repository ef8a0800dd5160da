import type { Viewer } from '@orbita/domain/access';
import { type CustomEntity, customFactKey } from '@orbita/domain/custom-fields';
import { type RawBuilder, sql } from 'kysely';

/** Whether the viewer may read the field of the row `alias` of `custom_field`; without a viewer everybody may. */
export const fieldReadable = (alias: string, viewer: Viewer | undefined): RawBuilder<boolean> => viewer
  ? sql<boolean>`(${sql.ref(`${alias}.readers`)} is null or ${viewer.role} = any(${sql.ref(`${alias}.readers`)}))`
  : sql<boolean>`true`;

/** Whether such a field is in use and the viewer may read it: asked once a statement, however many rows it reads. */
export const fieldInUse = (entity: CustomEntity, name: string, viewer: Viewer | undefined): RawBuilder<boolean> => sql<boolean>`
  (select exists (select 1 from custom_field d
    where d.entity = ${sql.lit(entity)} and d.name = ${sql.lit(name)} and d.archived_at is null and ${fieldReadable('d', viewer)}))`;

/** The name of a customer's field, or of one of a row of his, by what rules call it: `custom.‹name›`; undefined for other facts. */
export const customNameOf = (key: string): string | undefined => (key.startsWith('custom.') ? key.slice('custom.'.length) : undefined);

/** A customer's value as rules compare it, jsonb, over his facts row; null where there is none or it is not for the viewer. */
export const customColumn = (name: string, alias: string, viewer: Viewer | undefined): RawBuilder<unknown> =>
  sql`case when ${fieldInUse('CUSTOMER', name, viewer)} then ${sql.ref(`${alias}.custom`)} -> ${sql.lit(name)} end`;

/** How the keys of such facts begin, read beside the thing that holds them: those of a contact stand in his row. */
const keyOf = (entity: CustomEntity): string => (entity === 'CONTACT' ? 'custom.' : customFactKey({ entity, name: '' }));

/**
 * Every field in use as facts, of the values in the jsonb `values`: null where there is none, so that it is told from a
 * field that is no more.
 */
export const customFactsIn = (entity: CustomEntity, values: RawBuilder<unknown>, viewer?: Viewer): RawBuilder<unknown> => sql`
  (select coalesce(jsonb_object_agg(${sql.lit(keyOf(entity))} || d.name, coalesce(${values} -> d.name, 'null')), '{}')
  from custom_field d where d.entity = ${sql.lit(entity)} and d.archived_at is null and ${fieldReadable('d', viewer)})`;

/** A date among such values, as the instant at which it begins, named by a fact that a predicate reads. */
export const customInstantOf = (values: RawBuilder<unknown>, fact: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  to_timestamp(case jsonb_typeof(${values} -> substr(${fact}, 8)) when 'number' then (${values} ->> substr(${fact}, 8))::bigint / 1000.0 end)`;
