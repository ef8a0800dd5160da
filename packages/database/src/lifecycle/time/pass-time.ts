import type { Instant } from '@orbita/domain/calendar';
import { stageFlips } from '@orbita/domain/lifecycle';
import { sql } from 'kysely';
import { type Em, run } from '#connection';
import { advanceCustomers, loadCycles, windowsEndedBy } from '#cycles';
import { instant, type Moment, refreshFacts } from '#facts';
import type { JudgingModel } from '../models.queries.ts';
import { reviewStages } from '../stages/review-stages.ts';
import { saveStages, type StageChange } from '../stages/save-stages.queries.ts';
import { type Standee, standees } from '../stages/standing.queries.ts';
import { type Flip, recordFlips } from './record-flips.ts';
import { theClock } from './the-clock.ts';

/**
 * Brings locked customers up to now and records what became true of them by time alone, each at its own instant,
 * however late it is done: what follows from their stored facts as far as those hold, then the facts anew at the
 * instant at which they cease to hold, and so on.
 */
export async function passTime(em: Em, customerIds: readonly string[], moment: Moment): Promise<Flip[]> {
  const now = moment.now.getTime();
  const flips: Flip[] = [];
  for (let ids = customerIds; ids.length > 0;) {
    const { models, customers } = await standees(em, ids);
    flips.push(...await recordFlips(em, customers.map(({ id, reviewedAt, staleAt }) =>
      ({ id, since: reviewedAt, until: Math.min(now, staleAt ?? now) })), moment.now));
    await saveStages(em, customers.flatMap((customer) => movesOf(customer, models, now)), theClock, moment.now);
    const stale = customers.filter(({ staleAt }) => staleAt !== null && staleAt <= now);
    for (const [at, some] of [...Map.groupBy(stale, ({ staleAt }) => staleAt ?? now)].toSorted(([a], [b]) => a - b)) {
      await renew(em, some, { ...moment, now: new Date(at) }, moment.now);
    }
    ids = stale.map(({ id }) => id);
  }
  await setReviewed(em, customerIds, moment.now);
  await refreshFacts(em, customerIds, moment);
  return flips;
}

/**
 * Moves while the stored facts hold: from when they were counted, since an order that is entered late moved nobody
 * before it was; at the instant at which they cease to, they are judged anew. Where a model was edited since, its rules
 * of today do not tell the past: the edit moves him when he is judged by them.
 */
function movesOf({ id, facts, stages, reviewedAt, refreshedAt, staleAt }: Standee, models: readonly JudgingModel[], now: Instant): StageChange[] {
  const since = Math.max(reviewedAt, refreshedAt);
  const until = Math.min(now, staleAt === null ? now : staleAt - 1);
  if (until <= since) return [];
  return models.filter(({ key, rules }) => stages[key]?.rules === rules).flatMap((model) =>
    stageFlips(model, facts, since, until).map((flip) => ({ ...flip, customerId: id, rules: model.rules, edited: false })));
}

/** At this instant stored facts of these customers cease to hold: windows end, rows begin or cease to count. */
async function renew(em: Em, customers: readonly Standee[], moment: Moment, recordedAt: Date): Promise<void> {
  const ids = customers.map(({ id }) => id);
  const ended = await endWindows(em, customers, moment, recordedAt);
  await setReviewed(em, ids, moment.now);
  await refreshFacts(em, ids, moment);
  await reviewStages(em, ids, { now: moment.now, actor: theClock, occurredAt: ended });
}

/** Ends the after-sales windows that are due, as long after their end as the company waits for sales entered late. */
async function endWindows(em: Em, customers: readonly Standee[], { now, zone }: Moment, recordedAt: Date): Promise<Map<string, Instant>> {
  const until = await windowsEndedBy(em, now);
  const ended = new Map(customers.flatMap(({ id, facts: { windowEndsAt } }) =>
    (typeof windowEndsAt === 'number' && windowEndsAt <= until.getTime() ? [[id, windowEndsAt] as const] : [])));
  if (ended.size === 0) return ended;
  const loaded = await loadCycles(em, [...ended.keys()], zone);
  const nothing = new Map([...ended.keys()].map((id) => [id, []]));
  await advanceCustomers(em, loaded, nothing, { actor: theClock, now: recordedAt, zone, timersUntil: until });
  return ended;
}

const setReviewed = (em: Em, ids: readonly string[], at: Date): Promise<number> => run(em, sql`
  update customer_facts set reviewed_at = ${instant(at)} where customer_id = any(${ids}::uuid[]) and reviewed_at < ${instant(at)}`);
