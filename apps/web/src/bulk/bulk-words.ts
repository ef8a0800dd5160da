import { numberFormat } from '#design';
import type { BulkChangeDetailsFragment, BulkOutcome, BulkSubject, BulkVerb } from '#operations';
import { currentLanguage, m } from '#words';

const verbs: Readonly<Record<BulkVerb, () => string>> = {
  ASSIGN: m.bulk_assign, TAG: m.bulk_tag, EDIT: m.bulk_edit, DELETE: m.bulk_delete, RESTORE: m.bulk_restore, MOVE: m.bulk_move, LOSE: m.bulk_lose,
  DISQUALIFY: m.bulk_disqualify,
};
export const verbWord = (verb: BulkVerb): string => verbs[verb]();

/** How many things of a kind: "30 customers". */
export function thingsWord(subject: BulkSubject, count: number): string {
  const words = subject === 'CUSTOMER' ? m.bulk_customers : subject === 'OPPORTUNITY' ? m.bulk_opportunities : m.bulk_leads;
  return words({ count }).replace(String(count), numberWord(count));
}

export const numberWord = (count: number): string => numberFormat(currentLanguage()).format(count);

export const bulkTitle = (subject: BulkSubject, verb: BulkVerb, count: number): string => m.bulk_title({ verb: verbWord(verb), things: thingsWord(subject, count) });

type Told = Pick<BulkChangeDetailsFragment, 'subject' | 'verb' | 'total' | 'undoesId' | 'addTags' | 'removeTags' | 'owner'>;

/** What a change does, in a line: "Tag: 30 customers". */
export function titleOf({ subject, verb, total, undoesId }: Told): string {
  const title = bulkTitle(subject, verb, total);
  return undoesId === null ? title : m.bulk_undo_of({ title });
}

/** To whom, or with which tags. */
export const detailOf = ({ owner, addTags, removeTags }: Told): string =>
  [owner?.name, ...addTags.map((tag) => `+ ${tag}`), ...removeTags.map((tag) => `− ${tag}`)].filter(Boolean).join(' · ');

const outcomes: Readonly<Record<BulkOutcome, () => string>> = {
  DONE: m.bulk_outcome_done, UNCHANGED: m.bulk_outcome_unchanged, REFUSED: m.bulk_outcome_refused, FAILED: m.bulk_outcome_failed,
};
export const outcomeWord = (outcome: BulkOutcome | null): string => (outcome === null ? m.bulk_outcome_waits() : outcomes[outcome]());
export const outcomeTone = { DONE: 'ok', UNCHANGED: undefined, REFUSED: 'warn', FAILED: 'bad' } as const satisfies Record<BulkOutcome, string | undefined>;

const statuses = { WAITING: m.bulk_status_waiting, RUNNING: m.bulk_status_running, DONE: m.bulk_status_done, CANCELLED: m.bulk_status_cancelled } as const;
export const statusWord = (status: BulkChangeDetailsFragment['status']): string => statuses[status]();

export const isOpen = ({ finishedAt }: Pick<BulkChangeDetailsFragment, 'finishedAt'>): boolean => finishedAt === null;
export const reachedOf = ({ done, unchanged, refused, failed }: BulkChangeDetailsFragment): number => done + unchanged + refused + failed;
