import type { CustomField } from '@orbita/domain/custom-fields';
import type { BoundFields, OnExisting, OnLikely, OnUnknownOwner, Reason, RowProblem } from '@orbita/domain/imports';
import type { Em } from '#connection';
import type { Company, Run } from './run.ts';
import type { Fate, JobState } from './state.ts';

export interface Reading {
  readonly fields: BoundFields;
  /** The system whose numbers these are. */
  readonly system: string;
  readonly company: Company;
  readonly customFields: readonly CustomField[];
}

export interface Placing {
  readonly fields: BoundFields;
  readonly run: Run;
  readonly system: string;
  readonly onExisting: OnExisting;
  readonly onLikely: OnLikely;
  readonly onUnknownOwner: OnUnknownOwner;
  readonly now: Date;
  /** For things that come along with a row (a customer's contact). */
  readonly state: JobState;
}

/**
 * What became of one row. `kept` names the fields in which what was there was not changed, though the row differs and the
 * mapping could have it changed; `stays` those that no file changes of what is there; `nobody` the owner whom nobody here is.
 */
export type Outcome = { readonly fate: Fate; readonly kept?: readonly string[]; readonly stays?: readonly string[]; readonly nobody?: string | undefined } | { readonly skipped: Reason } | RowProblem;

/** A subject of which each row is one thing. */
export interface FlatRoom<Thing> {
  /** Reads a row apart from the database; null when a cell is wrong, which is told in `problems`. */
  readonly read: (cells: readonly string[], reading: Reading, problems: RowProblem[]) => Thing | null;
  /** Finds or makes the things of a batch, set by set, with events and facts; one outcome for each, in their order. */
  readonly place: (em: Em, things: readonly Thing[], placing: Placing) => Promise<readonly Outcome[]>;
}
