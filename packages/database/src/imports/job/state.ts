import type { FileRole } from '@orbita/domain/imports';

/** How many of a kind of thing were made, changed, and found as they are. */
export interface Tally {
  created: number;
  updated: number;
  unchanged: number;
}

export interface FileState {
  readonly name: string;
  readonly fingerprint: string;
  header: readonly string[];
  /** The last row whose batch is committed, as a spreadsheet counts. */
  row: number;
  /** How many rows were read, without the heading and blank ones; not there in an import of earlier versions. */
  read?: number;
  done: boolean;
}

/**
 * Where an import stands and what it did, kept with the job and written in each batch's own transaction: an import that
 * was killed goes on behind the last batch that is there. Rows created, updated, unchanged, skipped and refused add up to
 * the rows read.
 */
export interface JobState {
  /** Counts commits, so that two processes cannot work on one import. */
  step: number;
  files: Partial<Record<FileRole, FileState>>;
  /** Rows of orders that wait to be loaded. */
  staged: number;
  /** Batches of staged orders: how many there are, once all rows are read, and how many are loaded. */
  batches: number | null;
  loaded: number;
  rows: Tally & { skipped: number; refused: number };
  /** By what they are called: customers, contacts, products, orders, lines, returns. */
  things: Record<string, Tally>;
  /** In how many rows a field differs from what was there and was not followed. */
  kept: Record<string, number>;
  /** Rows that came in without the owner that they name, since nobody here is called so; not there in an import of earlier versions. */
  unowned?: number;
  skipped: Record<string, number>;
  refused: Record<string, number>;
  /** How far it is, 0 to 1. */
  share: number;
  /** Columns that no field reads and the mapping does not leave out on purpose. */
  unmapped: readonly string[];
}

const none = (): Tally => ({ created: 0, updated: 0, unchanged: 0 });

export function emptyState(): JobState {
  return {
    step: 0, files: {}, staged: 0, batches: null, loaded: 0, rows: { ...none(), skipped: 0, refused: 0 },
    things: {}, kept: {}, skipped: {}, refused: {}, share: 0, unmapped: [],
  };
}

export type Fate = keyof Tally;

/** Counts one or more things, and with `rows` the rows that told of them. */
export function count(state: JobState, kind: string, fate: Fate, things = 1): void {
  if (things > 0) (state.things[kind] ??= none())[fate] += things;
}

export function countRows(state: JobState, fate: Fate, rows = 1): void {
  state.rows[fate] += rows;
}

export function countSkipped(state: JobState, reason: string, rows = 1): void {
  state.rows.skipped += rows;
  state.skipped[reason] = (state.skipped[reason] ?? 0) + rows;
}

export function countRefused(state: JobState, code: string, rows = 1): void {
  state.rows.refused += rows;
  state.refused[code] = (state.refused[code] ?? 0) + rows;
}

export function countKept(state: JobState, fields: readonly string[]): void {
  for (const field of fields) state.kept[field] = (state.kept[field] ?? 0) + 1;
}

/** Adds what was counted apart: rows that were read while the batch before them was written. */
export function addCounts(state: JobState, apart: Pick<JobState, 'skipped' | 'refused'>): void {
  for (const [reason, rows] of Object.entries(apart.skipped)) countSkipped(state, reason, rows);
  for (const [code, rows] of Object.entries(apart.refused)) countRefused(state, code, rows);
}

/** Rows read so far: headings and blank rows do not count. */
export function rowsRead(state: JobState): number {
  return Object.values(state.files).reduce((sum, file) => sum + (file.read ?? Math.max(0, file.row - 1)), 0);
}
