import type { Viewer } from '@orbita/domain/access';
import { type LifecycleModel, stagesAsEvaluated } from '@orbita/domain/lifecycle';
import { type RawBuilder, sql } from 'kysely';
import { visibleFacts } from '#access';
import { type Em, rowsOf } from '#connection';
import { stageColumn } from '#facts';
import { whereRule } from '#rules';

/** How many customers would move from one stage to another; `from` is null for those who stand nowhere in the model. */
export interface MoveCount {
  readonly from: string | null;
  readonly to: string;
  readonly customers: number;
}

/** One of those who would move. */
export interface MovingCustomer {
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
}

export interface StageReading {
  readonly now: Date;
  /** Only his customers, and what he may not read is unknown; without him everything is read. */
  readonly viewer?: Viewer | undefined;
}

/** The stage of the row `f` by a model, as `stageOf` of the domain judges it: the first rule that holds, in evaluation order. */
export function stageByRules(model: LifecycleModel, { now, viewer }: StageReading): RawBuilder<string> {
  const cases = stagesAsEvaluated(model).map(({ key, rule }) => sql`when ${whereRule(rule, { alias: 'f', now, viewer })} then ${key}::text`);
  return sql<string>`case ${sql.join(cases, sql` `)} end`;
}

/** Where the viewer's customers stand in a model, and where they would by these rules of it, in one statement over all. */
export async function previewMoves(em: Em, model: LifecycleModel, { viewer, now }: { viewer: Viewer; now: Date }): Promise<MoveCount[]> {
  const rows = await rowsOf(em, sql<MoveCount>`
    select moves.from, moves.to, count(*)::int as customers
    from (select ${standing(model)} as from, ${stageByRules(model, { now, viewer })} as to
      from customer_facts f where ${visibleFacts('f', viewer)}) moves
    group by 1, 2`);
  return rows;
}

/** Some of those who would move, so that one can see who they are. */
export const previewSample = (em: Em, model: LifecycleModel, { viewer, now, size }: { viewer: Viewer; now: Date; size: number }): Promise<MovingCustomer[]> =>
  rowsOf(em, sql<MovingCustomer>`
    select moves.id, moves.from, moves.to
    from (select f.customer_id as id, f.last_order_at, ${standing(model)} as from, ${stageByRules(model, { now, viewer })} as to
      from customer_facts f where ${visibleFacts('f', viewer)}) moves
    where moves.from is distinct from moves.to
    order by moves.last_order_at desc nulls last, moves.id limit ${size}`);

const standing = ({ key }: LifecycleModel): RawBuilder<unknown> => stageColumn(`stage.${key}`, 'f') ?? sql`null::text`;
