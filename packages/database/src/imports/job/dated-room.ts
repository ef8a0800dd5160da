import type { CustomField } from '@orbita/domain/custom-fields';
import type { BoundFields, OnExisting, OnUnknownOwner, RowProblem } from '@orbita/domain/imports';
import type { Em } from '#connection';
import type { Company, Run } from './run.ts';
import type { JobState } from './state.ts';
import type { Outcome } from './flat-room.ts';

/** A mapping of what happened tied to the heading of its file. */
export interface BoundDated {
  readonly fields: BoundFields;
  readonly customer: BoundFields;
  readonly stages: BoundFields;
  /** The column from which a field comes: of the thing, of its customer (`customer.name`), of a stage (`stages.closing`). */
  readonly columnOf: (field: string) => string;
}

export interface ReadingDated {
  readonly bound: BoundDated;
  readonly system: string;
  readonly company: Company;
  readonly customFields: readonly CustomField[];
}

export interface PlacingDated {
  readonly bound: BoundDated;
  readonly system: string;
  readonly onExisting: OnExisting;
  readonly onUnknownOwner: OnUnknownOwner;
  readonly override: { readonly by: string; readonly reason: string } | null;
  readonly run: Run;
  readonly now: Date;
  /** For things that come along with a row (its customer). */
  readonly state: JobState;
}

/** A subject of which each row is what happened to a customer, with its dates. */
export interface DatedRoom<Thing> {
  /** Reads a row apart from the database; null when a cell is wrong, which is told in `problems`. */
  readonly read: (cells: readonly string[], reading: ReadingDated, problems: RowProblem[]) => Thing | null;
  /** When it began, UTC milliseconds; null for now. */
  readonly at: (thing: Thing) => number | null;
  /** Finds or makes the things of a batch, in the order of their dates; one outcome for each. */
  readonly place: (em: Em, things: readonly Thing[], placing: PlacingDated) => Promise<readonly Outcome[]>;
}
