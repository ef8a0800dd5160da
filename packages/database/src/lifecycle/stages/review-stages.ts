import type { Instant } from '@orbita/domain/calendar';
import { stageOf } from '@orbita/domain/lifecycle';
import type { Em } from '#connection';
import type { FactsTable } from '#facts';
import type { Actor } from '#timeline';
import { confirmStages, saveStages, type StageChange } from './save-stages.queries.ts';
import { standees, type Standing } from './standing.queries.ts';

export interface StageReview {
  /** The instant for which the stages are judged. */
  readonly now: Date;
  readonly actor: Actor;
  /** When what moved them happened, by customer; at `now` when not said. */
  readonly occurredAt?: ReadonlyMap<string, Instant> | undefined;
  /** Where their facts are; among those of everybody when not said. */
  readonly table?: FactsTable;
}

/**
 * Judges these customers anew in every active model and records who moved. Their facts are fresh, and they are locked.
 * One who was judged under other rules of a model, or before it was there, moves because of its edit.
 */
export async function reviewStages(em: Em, customerIds: readonly string[], { now, actor, occurredAt, table }: StageReview): Promise<void> {
  const { models, customers } = await standees(em, customerIds, table);
  const judged = customers.flatMap(({ id, facts, stages }) => models.map((model): Judged => {
    const standing = stages[model.key];
    const { stage: to, because } = stageOf(model, facts, now.getTime());
    const at = Math.max(occurredAt?.get(id) ?? now.getTime(), standing ? Date.parse(standing.since) : -Infinity);
    const edited = Object.keys(stages).length > 0 && standing?.rules !== model.rules;
    return { customerId: id, model: model.key, rules: model.rules, from: standing?.stage ?? null, to, at, because, edited, standing };
  }));
  await saveStages(em, judged.filter(({ from, to }) => from !== to), actor, now, table);
  await confirmStages(em, judged.flatMap(({ standing, ...one }) => (standing && one.edited && one.from === one.to ? [{ ...one, standing }] : [])), now, table);
}

interface Judged extends StageChange {
  readonly standing: Standing | undefined;
}
