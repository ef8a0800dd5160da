import type { Viewer } from '@orbita/domain/access';
import type { CustomEntity } from '@orbita/domain/custom-fields';
import type { FactType } from '@orbita/domain/facts';
import type { Leaf } from '@orbita/domain/rules';
import { type RawBuilder, sql } from 'kysely';
import { fieldInUse } from '#facts';
import { compileLeaf } from './leaf.ts';

type Condition = RawBuilder<boolean>;

/** A predicate on a field of the company: where its value lies, as jsonb in the form in which rules compare. */
export interface CustomLeaf {
  readonly entity: CustomEntity;
  readonly name: string;
  readonly values: RawBuilder<unknown>;
}

/**
 * A value carries its type, so that the statement needs no definition: it asks only, once, whether the field is in use
 * and the viewer's to read; else the predicate is unknown, `isSet` too.
 */
export function compileCustomLeaf(leaf: Leaf, { entity, name, values }: CustomLeaf, viewer: Viewer | undefined, now: number): Condition {
  const value = sql`(${values} -> ${sql.lit(name)})`;
  return sql<boolean>`(case when ${fieldInUse(entity, name, viewer)} then ${compare(leaf, value, now)} end)`;
}

function compare(leaf: Leaf, value: RawBuilder<unknown>, now: number): Condition {
  if (leaf.is === 'isSet') return sql<boolean>`(${value} is not null)`;
  const alike = (type: FactType, kind: string, cast: string): Condition => compileLeaf(leaf, {
    column: sql`(case jsonb_typeof(${value}) when ${sql.lit(kind)} then ${sql`(${value} #>> '{}')`}::${sql.raw(cast)} end)`, type, elementsAreIds: false,
  }, now);
  if (leaf.is === 'contains') {
    return sql<boolean>`(case jsonb_typeof(${value}) when 'array' then jsonb_exists(${value}, ${leaf.value}::text) else ${alike('text', 'string', 'text')} end)`;
  }
  switch (typeof constantOf(leaf)) {
    case 'number': return alike('integer', 'number', 'bigint');
    case 'boolean': return alike('boolean', 'boolean', 'boolean');
    default: return alike('text', 'string', 'text');
  }
}

/** What it compares with; days and the present compare with an instant, which is a number. */
function constantOf(leaf: Leaf): unknown {
  if ('values' in leaf) return leaf.values[0];
  return 'value' in leaf ? leaf.value : 0;
}
