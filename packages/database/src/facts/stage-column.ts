import { type RawBuilder, sql } from 'kysely';

const parts: Readonly<Record<string, readonly [part: string, type: string]>> = {
  stage: ['stage', 'text'], stageSince: ['since', 'timestamptz'], previousStage: ['previous', 'text'],
};

/** Where a customer stands in a lifecycle model, of whatever model: kept as `stages -> model`. Undefined for other facts. */
export function stageColumn(key: string, alias: string): RawBuilder<unknown> | undefined {
  const [name = '', model] = key.split('.');
  const part = parts[name];
  if (!part || model === undefined) return undefined;
  return sql`(${sql.ref(`${alias}.stages`)} -> ${sql.lit(model)} ->> ${sql.lit(part[0])})::${sql.raw(part[1])}`;
}

/** The same instant of any model, named by a fact that a predicate reads. */
export const stageSinceOf = (alias: string, fact: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${sql.ref(`${alias}.stages`)} -> split_part(${fact}, '.', 2) ->> 'since')::timestamptz`;
