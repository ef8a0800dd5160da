import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { BulkAnswer } from './bulk-acts.ts';
import type { BulkOutcome, RefusalCount } from './bulk-change.queries.ts';

export const outcomeOf = (answer: BulkAnswer): BulkOutcome =>
  (isRefused(answer) ? 'REFUSED' : Object.keys(answer.changed).length > 0 ? 'DONE' : 'UNCHANGED');

export type Refusals = Readonly<Record<string, RefusalCount>>;

const keyOf = ({ code, field, details }: Refusal): string => [code, details?.['because'] ?? '', field ?? ''].join(' ');

/** The refusals counted by why, with the first of each kind to tell of it. */
export function countRefusals(before: Refusals, answers: readonly BulkAnswer[]): Refusals {
  const counted: Record<string, RefusalCount> = { ...before };
  for (const answer of answers) {
    if (!isRefused(answer)) continue;
    const known = counted[keyOf(answer)];
    counted[keyOf(answer)] = { refusal: known?.refusal ?? answer, count: (known?.count ?? 0) + 1 };
  }
  return counted;
}
