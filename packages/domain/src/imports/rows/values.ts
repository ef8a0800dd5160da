import type { Instant } from '#calendar';
import type { CellValue } from '../cells/index.ts';

/** What a row says, field by field; a field that it has nothing for is not there. */
export type Values = Readonly<Record<string, CellValue>>;

export const textOf = (values: Values, field: string): string | null => {
  const value = values[field];
  return typeof value === 'string' ? value : null;
};

export const instantOf = (values: Values, field: string): Instant | null => {
  const value = values[field];
  return typeof value === 'number' ? value : null;
};
