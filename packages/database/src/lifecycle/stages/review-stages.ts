import type { Instant } from '@orbita/domain/calendar';
import { stageOf } from '@orbita/domain/lifecycle';
import type { Em } from '#connection';
import type { Actor } from '#timeline';
import { saveStages, type StageChange } from './save-stages.queries.ts';
import { standees } from './standing.queries.ts';

export interface StageReview {
  /** The instant for which the stages are judged. */
  readonly now: Date;
  readonly actor: Actor;
  /** When what moved them happened, by customer; at `now` when not said. */
  readonly occurredAt?: ReadonlyMap<string, Instant> | undefined;
}

/** Judges these customers anew in every active model and records who moved. Their facts are fresh, and they are locked. */
export async function reviewStages(em: Em, customerIds: readonly string[], { now, actor, occurredAt }: StageReview): Promise<void> {
  const { models, customers } = await standees(em, customerIds);
  const changes = customers.flatMap(({ id, facts, stages }) => models.flatMap((model): StageChange[] => {
    const standing = stages[model.key];
    const { stage, because } = stageOf(model, facts, now.getTime());
    if (standing?.stage === stage) return [];
    const at = Math.max(occurredAt?.get(id) ?? now.getTime(), standing ? Date.parse(standing.since) : -Infinity);
    return [{ customerId: id, model: model.key, from: standing?.stage ?? null, to: stage, at, because }];
  }));
  await saveStages(em, changes, actor, now);
}
