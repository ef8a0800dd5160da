import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** The rows of a CSV file by column, read without any of the import's own code. */
export function csvObjects(path: string): Record<string, string>[] {
  return parse(readFileSync(path), { columns: true, bom: true });
}
