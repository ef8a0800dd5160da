import type { JobState } from '@orbita/database/imports';

export interface Words {
  readonly count: (value: number) => string;
  /** What the things are called that an import makes; one that is not here goes by its room's name. */
  readonly things: Readonly<Record<string, string>>;
  readonly resumed: (name: string) => string;
  readonly rows: (name: string, read: string, rows: Readonly<Record<keyof JobState['rows'], string>>) => string;
  readonly made: (list: string) => string;
  readonly kept: (list: string) => string;
  readonly unowned: (rows: string) => string;
  readonly leftOut: (list: string) => string;
  readonly refused: (list: string) => string;
  readonly unmapped: (list: string) => string;
  readonly problems: (path: string) => string;
  readonly done: (mappings: number, partly: boolean) => string;
  readonly phases: Readonly<Record<'READING' | 'LOADING', string>>;
}

export const english: Words = {
  count: (value) => value.toLocaleString('en-US'),
  things: {
    customers: 'customers', contacts: 'contacts', products: 'products', orders: 'orders', lines: 'lines', returns: 'returns', leads: 'leads',
    opportunities: 'opportunities', activities: 'activities',
  },
  resumed: (name) => `${name}: went on with the import that was not finished.`,
  rows: (name, read, rows) => `${name}: ${read} rows read = ${rows.created} new + ${rows.updated} changed + ${rows.unchanged} unchanged + ${rows.skipped} left out + ${rows.refused} refused.`,
  made: (list) => `  New: ${list}.`,
  kept: (list) => `  Differs, and what was there was kept: ${list}.`,
  unowned: (rows) => `  Without the owner that they name, since nobody who works here is called so: ${rows}.`,
  leftOut: (list) => `  Left out as the mapping says: ${list}.`,
  refused: (list) => `  Refused: ${list}.`,
  unmapped: (list) => `  Columns that nothing reads: ${list}.`,
  problems: (path) => `  Every row that was not loaded whole, with the reason: ${path}`,
  done: (mappings, partly) => `${mappings === 1 ? 'Imported' : `Imported ${mappings} parts`}${partly ? ', but for the rows that were refused.' : '.'}`,
  phases: { READING: 'reading', LOADING: 'loading' },
};
