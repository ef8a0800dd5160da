import type { FileRole } from '@orbita/domain/imports';
import type { FileSource } from './files/index.ts';
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

export function putFile(state: JobState, role: FileRole, { name, fingerprint }: FileSource, header: readonly string[], row: number | undefined, done: boolean): void {
  state.files[role] = { name, fingerprint, header, row: row ?? state.files[role]?.row ?? 1, done };
}
