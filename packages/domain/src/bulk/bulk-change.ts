import type { Action, Noun } from '#access';
import type { Channel } from '#contacts';
import type { CustomValueInput } from '#custom-fields';
import type { CustomerSource } from '#customers';
import type { DisqualificationReason } from '#leads';
import type { LossReason } from '#opportunities';

/** What can be changed many at once. */
export const bulkSubjects = ['CUSTOMER', 'OPPORTUNITY', 'LEAD'] as const;

export type BulkSubject = (typeof bulkSubjects)[number];

/** What can be done with many at once; which with what says `bulkKinds`. */
export const bulkVerbs = ['ASSIGN', 'TAG', 'EDIT', 'DELETE', 'RESTORE', 'MOVE', 'LOSE', 'DISQUALIFY'] as const;

export type BulkVerb = (typeof bulkVerbs)[number];

/** What is written of each: of these only what belongs to the verb; undefined is not said, null is nothing. */
export interface BulkValues {
  readonly ownerId?: string | null | undefined;
  readonly teamId?: string | null | undefined;
  readonly addTags?: readonly string[] | null | undefined;
  readonly removeTags?: readonly string[] | null | undefined;
  readonly source?: CustomerSource | null | undefined;
  readonly preferredChannel?: Channel | null | undefined;
  readonly doNotContact?: boolean | null | undefined;
  readonly language?: string | null | undefined;
  readonly custom?: readonly CustomValueInput[] | null | undefined;
  /** Key of the stage to which opportunities are moved. */
  readonly stage?: string | null | undefined;
  readonly lossReason?: LossReason | null | undefined;
  readonly competitor?: string | null | undefined;
  readonly disqualificationReason?: DisqualificationReason | null | undefined;
  /** Why, in words. */
  readonly note?: string | null | undefined;
}

export interface BulkChange extends BulkValues {
  readonly verb: BulkVerb;
}

export type BulkValue = keyof BulkValues;

/** One thing that can be done with many. */
export interface BulkKind {
  /** Whoever may do it to none at all is refused at once; of each it is asked again. */
  readonly right: { readonly noun: Noun; readonly action: Action };
  /** What may be said with it. */
  readonly values: readonly BulkValue[];
  /** Without which it means nothing: one of these must be said. */
  readonly oneOf: readonly BulkValue[];
  /** Whether it can be taken back: what is final one by one is final in bulk. */
  readonly isUndone: boolean;
}

const update = (noun: Noun): BulkKind['right'] => ({ noun, action: 'update' });
const edited = ['source', 'preferredChannel', 'doNotContact', 'language', 'custom'] as const;

/**
 * Everything that can be done in bulk. A new verb is a line here, its values above, and its act in the database's room
 * of the same name.
 */
export const bulkKinds: Readonly<Record<BulkSubject, Partial<Readonly<Record<BulkVerb, BulkKind>>>>> = {
  CUSTOMER: {
    ASSIGN: { right: update('customer'), values: ['ownerId', 'teamId'], oneOf: ['ownerId', 'teamId'], isUndone: true },
    TAG: { right: update('customer'), values: ['addTags', 'removeTags'], oneOf: ['addTags', 'removeTags'], isUndone: true },
    EDIT: { right: update('customer'), values: edited, oneOf: edited, isUndone: true },
    DELETE: { right: { noun: 'customer', action: 'delete' }, values: [], oneOf: [], isUndone: true },
    RESTORE: { right: { noun: 'customer', action: 'delete' }, values: [], oneOf: [], isUndone: true },
  },
  OPPORTUNITY: {
    ASSIGN: { right: update('opportunity'), values: ['ownerId'], oneOf: ['ownerId'], isUndone: true },
    MOVE: { right: update('opportunity'), values: ['stage'], oneOf: ['stage'], isUndone: true },
    LOSE: { right: update('opportunity'), values: ['lossReason', 'competitor', 'note'], oneOf: ['lossReason'], isUndone: false },
  },
  LEAD: {
    ASSIGN: { right: update('lead'), values: ['ownerId'], oneOf: ['ownerId'], isUndone: true },
    DISQUALIFY: { right: update('lead'), values: ['disqualificationReason', 'note'], oneOf: ['disqualificationReason'], isUndone: false },
  },
};
