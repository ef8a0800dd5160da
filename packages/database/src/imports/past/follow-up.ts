import type { Em } from '#connection';
import { advanceCustomers, loadCycles, type LoadedCycles, windowsEndedBy } from '#cycles';
import { refreshCustomOrder } from '#custom-fields';
import { refreshSearch } from '#facts';
import { refreshCustomers } from '#lifecycle';
import { appendEvents, type TimelineEvent } from '#timeline';
import { sinceFirst } from '../customers/index.ts';
import type { Run } from '../job/index.ts';
import { keepBefore } from '../undo/touched.queries.ts';
import type { Happenings } from './happenings.ts';

export interface Following {
  /** As they stood before the rows of what happened were written. */
  readonly loaded: ReadonlyMap<string, LoadedCycles>;
  /** Of customers found and made. */
  readonly events: readonly TimelineEvent[];
  /** Those of whom something changed besides. */
  readonly changed: readonly string[];
  readonly run: Run;
  readonly now: Date;
}

export const cyclesBefore = (em: Em, ids: readonly string[], { company }: Run): Promise<Map<string, LoadedCycles>> =>
  loadCycles(em, [...new Set(ids)], company.zone);

/** All that follows from what happened, once its rows are written: the timeline, the cycles at their own dates, facts and stages. */
export async function followUp(em: Em, happenings: Happenings, { loaded, events, changed, run, now }: Following): Promise<string[]> {
  const { zone } = run.company;
  await sinceFirst(em, happenings.firsts);
  const all = [...events, ...happenings.events].toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
  await appendEvents(em, all, run.actor, now);
  const moved = await advanceCustomers(em, loaded, happenings.cycles, {
    actor: run.actor, now, zone, timersUntil: await windowsEndedBy(em, now), beforeReferrers: (inner, ids) => keepBefore(inner, run.jobId, ids),
  });
  return [...new Set([...changed, ...happenings.firsts.keys(), ...moved])];
}

/** Facts, stages and words of everybody to whom something happened. */
export async function recount(em: Em, ids: readonly string[], changed: readonly string[], { run, now }: Pick<Following, 'run' | 'now'>): Promise<void> {
  await refreshCustomers(em, ids, { now, zone: run.company.zone, actor: run.actor, search: false });
  if (run.customFields.length > 0) await refreshCustomOrder(em, ids);
  // What happened changes no word by which a customer is found.
  await refreshSearch(em, changed);
}
