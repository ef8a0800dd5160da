import type { ActivityKind } from '../activity-words.ts';

/** What is being written about a customer, until it is saved. */
export interface Draft {
  readonly kind: Exclude<ActivityKind, 'MESSAGE'>;
  readonly text: string;
  readonly direction: 'INBOUND' | 'OUTBOUND';
  readonly minutes: number | null;
  /** As the field has it, in the reader's own time: 2026-11-22T09:00. */
  readonly occurredAt: string;
  readonly dueAt: string;
  readonly remindAt: string;
  readonly assigneeId: string | null;
  /** Everybody chosen with @; who still stands in the text is told. */
  readonly mentions: readonly { readonly id: string; readonly name: string }[];
}

export const emptyDraft: Draft = {
  kind: 'NOTE', text: '', direction: 'OUTBOUND', minutes: null, occurredAt: '', dueAt: '', remindAt: '', assigneeId: null, mentions: [],
};

const none: KeptDraft = { draft: emptyDraft, key: undefined };

const keyOf = (userId: string, customerId: string) => `orbita-draft-${userId}-${customerId}`;

export interface KeptDraft {
  readonly draft: Draft;
  /** Under which it is sent: the same after a reload, so that the server knows it again. */
  readonly key: string | undefined;
}

/** The draft of this person about this customer, as it was left; a broken one counts as none. */
export function readDraft(userId: string, customerId: string): KeptDraft {
  try {
    const { key, ...draft } = JSON.parse(localStorage.getItem(keyOf(userId, customerId)) ?? '{}') as Partial<Draft> & { readonly key?: string };
    return typeof draft.text === 'string' ? { draft: { ...emptyDraft, ...draft }, key } : none;
  } catch {
    return none;
  }
}

export function keepDraft(userId: string, customerId: string, draft: Draft, key: string): void {
  try {
    if (draft.text === '') localStorage.removeItem(keyOf(userId, customerId));
    else localStorage.setItem(keyOf(userId, customerId), JSON.stringify({ ...draft, key }));
  } catch {
    // Where nothing can be kept the draft lasts as long as the page.
  }
}

/** Who is told: those whose name still stands in the text after an @. */
export const mentioned = ({ kind, text, mentions }: Draft): string[] =>
  kind === 'NOTE' ? [...new Set(mentions.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id))] : [];

/** The beginning of a name that is being typed after an @ at the caret; undefined when none is. */
export function askedName(text: string, caret: number): string | undefined {
  return /(?:^|\s)@([\p{L}\p{N}.'-]*(?: [\p{L}\p{N}.'-]*)?)$/u.exec(text.slice(0, caret))?.[1];
}
