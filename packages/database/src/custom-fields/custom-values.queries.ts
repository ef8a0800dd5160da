import type { Viewer } from '@orbita/domain/access';
import type { CustomEntity, CustomFieldType, CustomOption, CustomValue } from '@orbita/domain/custom-fields';
import type { Bilingual } from '@orbita/domain/facts';
import { sql } from 'kysely';
import { visible } from '#access';
import type { Column } from '#connection';
import { fieldReadable } from '#facts';

/** The row behind the API's `CustomValue`: a field and what it holds of one thing. */
export interface CustomValueRow {
  readonly name: string;
  readonly type: CustomFieldType;
  readonly label: Bilingual;
  readonly decimals: number;
  readonly value: CustomValue | null;
  /** Those chosen, in the order of the field. */
  readonly options: readonly CustomOption[];
  /** Whom a link points at, where the viewer may see him. */
  readonly linked: { readonly id: string; readonly name: string } | null;
}

export interface CustomValuesAsked {
  /** Only these fields. */
  readonly names?: readonly string[] | null | undefined;
}

const chosen = (value: ReturnType<typeof sql>) => sql`(
  select coalesce(json_agg(offered.option order by offered.place), '[]') from jsonb_array_elements(d.options) with ordinality offered(option, place)
  where d.type in ('CHOICE', 'CHOICES') and (case jsonb_typeof(${value}) when 'array' then ${value} else jsonb_build_array(${value}) end) @> jsonb_build_array(offered.option -> 'value'))`;

/** A link as its root is called, where the viewer may see it. */
const linked = (value: ReturnType<typeof sql>, viewer: Viewer) => sql`case d.type
  when 'USER' then (select json_build_object('id', u.id, 'name', u.name) from app_user u where u.id = (${value} #>> '{}')::uuid)
  when 'CUSTOMER' then (
    select json_build_object('id', r.id, 'name', r.name) from customer asked join customer r on r.id = coalesce(asked.merged_into, asked.id)
    where asked.id = (${value} #>> '{}')::uuid and r.deleted_at is null and ${visible('r', viewer)}) end`;

/** All fields of a thing in their order with what each holds, as a column over its row `alias`: one statement, whatever there is. */
export function customValuesColumn(entity: CustomEntity, alias: string, { names }: CustomValuesAsked, viewer: Viewer): Column {
  const value = sql`(${sql.ref(`${alias}.custom`)} -> d.name)`;
  return sql`(
    select coalesce(json_agg(json_build_object('name', d.name, 'type', d.type, 'label', d.label, 'decimals', d.decimals, 'value', ${value},
      'options', ${chosen(value)}, 'linked', ${linked(value, viewer)}) order by d.position, d.id), '[]')
    from custom_field d
    where d.entity = ${sql.lit(entity)} and d.archived_at is null and ${fieldReadable('d', viewer)}
      ${names ? sql`and d.name = any(${[...names]}::text[])` : sql``})`;
}
