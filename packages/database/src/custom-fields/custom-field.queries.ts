import { may, type Viewer } from '@orbita/domain/access';
import type { CustomEntity, CustomField } from '@orbita/domain/custom-fields';
import { sql } from 'kysely';
import { type Column, type Em, rowsOf } from '#connection';
import { fieldReadable } from '#facts';

/** The row behind the API's `CustomField`. */
export interface CustomFieldRow extends CustomField {
  readonly id: string;
  readonly position: number;
  readonly archivedAt: string | null;
  readonly version: number;
}

const columns = sql`
  d.id, d.entity, d.name, d.type, d.label, d.decimals::int as decimals, d.options, d.required,
  d.required_at_stages as "requiredAtStages", d.readers, d.position, d.archived_at as "archivedAt", d.version`;
const inOrder = sql`order by d.entity, d.archived_at is not null, d.position, d.id`;

/** The fields that the viewer may read, in their order; the archived ones, behind them, for whoever defines fields. */
export function listCustomFields(em: Em, entity: CustomEntity | undefined, viewer: Viewer): Promise<CustomFieldRow[]> {
  return rowsOf(em, sql<CustomFieldRow>`
    select ${columns} from custom_field d
    where ${sql.lit(may(viewer, 'customField', 'read'))} and ${fieldReadable('d', viewer)}
      and (d.archived_at is null or ${sql.lit(may(viewer, 'customField', 'update'))})
      ${entity ? sql`and d.entity = ${entity}` : sql``} ${inOrder}`);
}

/** All fields in use, whoever may read them: what rules can be about, and what writes check against. */
export function customFieldsOf(em: Em, entity?: CustomEntity): Promise<CustomFieldRow[]> {
  return rowsOf(em, sql<CustomFieldRow>`
    select ${columns} from custom_field d where d.archived_at is null ${entity ? sql`and d.entity = ${entity}` : sql``} ${inOrder}`);
}

/** The fields in use of an entity, as a column. */
export const fieldDefinitions = (entity: CustomEntity): Column => sql`(
  select coalesce(json_agg(json_build_object('entity', d.entity, 'name', d.name, 'type', d.type, 'label', d.label, 'decimals', d.decimals, 'options', d.options,
    'required', d.required, 'requiredAtStages', d.required_at_stages, 'readers', d.readers) order by d.position, d.id), '[]')
  from custom_field d where d.entity = ${sql.lit(entity)} and d.archived_at is null)`;
