import { normaliseText } from '@orbita/domain/facts';
import { bindFields, cellText, datedRooms, type FieldsOf, flatRooms, isDatedRoom, type Mapping } from '@orbita/domain/imports';
import type { Em } from '#connection';
import { type FileSource, readRows } from '../files/index.ts';
import { fitting } from '../import-refused.ts';
import { staffByName } from './parties.queries.ts';

/** What rows of a file call an owner whom nobody here is. */
export interface UnknownOwner {
  readonly name: string;
  readonly rows: number;
  /** Whether somebody who worked here was called so: what has ended stays his. */
  readonly left: boolean;
}

const shown = 100;
/** A column of more different names names no owners. */
const mostNames = 5_000;
/** Nobody waits longer for a try. */
const mostRows = 500_000;

/** The names in the whole file, the most frequent first: people are few, however many the rows. */
export async function unknownOwners(em: Em, mapping: Mapping, source: FileSource): Promise<readonly UnknownOwner[]> {
  const owner = 'fields' in mapping ? mapping.fields['owner'] : undefined;
  if (!owner || !('fields' in mapping)) return [];
  const staff = await staffByName(em);
  const { section, fields }: { section: string; fields: FieldsOf } = isDatedRoom(mapping.room) ? datedRooms[mapping.room] : flatRooms[mapping.room];
  const format = mapping.files.rows;
  const found = new Map<string, number>();
  const here = new Set<string>();
  let read = 0;
  for await (const { header, rows } of readRows(source, format, { size: 5_000, after: 1 })) {
    const bound = fitting(bindFields({ owner }, fields, { header, format, zone: 'UTC', cell: cellText(format.empty) }, section));
    for (const { cells, unusable } of rows) {
      const name = unusable ? undefined : bound.read(cells, [])['owner'];
      if (typeof name !== 'string' || here.has(name)) continue;
      const before = found.get(name);
      if (before !== undefined) found.set(name, before + 1);
      else if (staff.get(normaliseText(name))?.active) here.add(name);
      else if (found.size < mostNames) found.set(name, 1);
    }
    read += rows.length;
    if (read >= mostRows) break;
  }
  return [...found].toSorted(([, a], [, b]) => b - a).slice(0, shown).map(([name, rows]) => ({ name, rows, left: staff.has(normaliseText(name)) }));
}
