import { type BulkChange, type BulkSubject, prepareBulkChange } from '@orbita/domain/bulk';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import type { BulkTargets } from './bulk-acts.ts';
import type { BulkOutcome, RefusalCount } from './bulk-change.queries.ts';
import { namedTargets } from './freeze.queries.ts';
import { countRefusals, outcomeOf } from './outcome.ts';
import { namesOf } from './names.queries.ts';
import { refuseStrangers } from './strangers.queries.ts';
import { actsOf } from './subjects/index.ts';

/** What a bulk change would do. */
export interface BulkPreview {
  /** How many are meant. */
  readonly matching: number;
  /** How many were looked at: all, or as many of them as give a fair picture. */
  readonly examined: number;
  readonly changing: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly refusals: readonly RefusalCount[];
  readonly sample: readonly { readonly targetId: string; readonly name: string | null; readonly outcome: BulkOutcome; readonly refusal: Refusal | null }[];
}

const shown = 8;

/** Looks at what would become of those that are meant, by the decisions of the change itself; nothing is written. */
export async function previewBulkChange(
  em: Em, asked: { readonly subject: BulkSubject; readonly change: BulkChange; readonly targets: BulkTargets }, writing: Writing,
): Promise<BulkPreview | Refusal> {
  const { subject, targets } = asked;
  const { viewer, now, company } = writing;
  const change = prepareBulkChange(subject, asked.change, viewer);
  if (isRefused(change)) return change;
  const strange = await refuseStrangers(em, change, targets);
  if (strange) return strange;
  const acts = actsOf[subject];
  const { matching, ids } = await namedTargets(em, subject, targets, acts.previewed, viewer, { now, zone: company.zone });
  const answers = await acts.preview(em, ids, change, writing);
  const outcomes = answers.map(outcomeOf);
  const count = (outcome: BulkOutcome) => outcomes.filter((one) => one === outcome).length;
  // Of each outcome a few, whoever is refused among them.
  const places = (['DONE', 'REFUSED', 'UNCHANGED'] as const).flatMap((outcome) => ids.map((_, at) => at).filter((at) => outcomes[at] === outcome).slice(0, Math.ceil(shown / 2))).slice(0, shown);
  const names = new Map((await namesOf(em, subject, places.map((at) => ids[at]!), viewer)).map(({ id, name }) => [id, name]));
  return {
    matching, examined: ids.length, changing: count('DONE'), unchanged: count('UNCHANGED'), refused: count('REFUSED'),
    refusals: Object.values(countRefusals({}, answers)).toSorted((a, b) => b.count - a.count),
    sample: places.map((at) => {
      const answer = answers[at]!;
      return { targetId: ids[at]!, name: names.get(ids[at]!) ?? null, outcome: outcomes[at]!, refusal: isRefused(answer) ? answer : null };
    }),
  };
}
