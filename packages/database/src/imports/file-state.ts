import type { FileRole } from '@orbita/domain/imports';
import type { FileSource, RowBatch } from './files/index.ts';
import { importRefused } from './import-refused.ts';
import type { JobState } from './job/index.ts';

export type Sources = Readonly<Partial<Record<FileRole, FileSource>>> & { readonly rows: FileSource };

/** What is known of a file from before; throws when it is not the same file any more. */
export function takeFile(state: JobState, role: FileRole, source: FileSource): JobState['files'][FileRole] {
  const file = state.files[role];
  if (file && file.fingerprint !== source.fingerprint) {
    throw importRefused('CONFLICT', 'OTHER_FILE', { name: source.name });
  }
  return file;
}

export function putFile(state: JobState, role: FileRole, { name, fingerprint }: FileSource, { header, heading, rows, last }: Pick<RowBatch, 'header' | 'heading' | 'rows' | 'last'>): void {
  const before = state.files[role];
  state.files[role] = { name, fingerprint, header, row: rows.at(-1)?.no ?? before?.row ?? heading, read: (before?.read ?? 0) + rows.length, done: last };
}
