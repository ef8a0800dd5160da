import { isAbsolute, join } from 'node:path';
import type { Refusal } from '@orbita/domain/refusal';
import type { Mapping } from '@orbita/domain/imports';
import type { Database } from '#database';
import { fileSource, sheetFormat } from './files/index.ts';
import { type JobState, startImport, unfinishedImport } from './job/index.ts';
import type { Sources } from './file-state.ts';
import { ImportRefused, importRefused } from './import-refused.ts';
import { runImport, type RunOptions } from './run-import.ts';

export interface ImportFiles extends RunOptions {
  readonly mapping: Mapping;
  /** Paths of the files by their role; without one, the mapping's own path below `folder`. */
  readonly files?: Readonly<Partial<Record<'rows' | 'lines', string>>>;
  readonly folder?: string;
  readonly startedBy?: string | null;
}

export interface ImportedFiles {
  readonly jobId: string;
  /** Whether it went on with an import that did not come to its end. */
  readonly resumed: boolean;
  readonly state: JobState;
}

/**
 * Imports files whole. The same files with the same mapping, left unfinished before, are gone on with. Refused is what
 * somebody can mend: a file that is not there or not as the mapping says.
 */
export async function importFiles(database: Database, asked: ImportFiles): Promise<ImportedFiles | Refusal> {
  try {
    return await imported(database, asked);
  } catch (error) {
    if (error instanceof ImportRefused) return error.refusal;
    throw error;
  }
}

async function imported(database: Database, { mapping: given, files = {}, folder = '.', startedBy = null, ...options }: ImportFiles): Promise<ImportedFiles> {
  const sources = await openSources(given, files, folder);
  const mapping = asSheets(given, sources);
  const em = database.em.fork({ clear: true });
  const fingerprints = Object.fromEntries(Object.entries(sources).map(([role, source]) => [role, source.fingerprint]));
  const unfinished = await unfinishedImport(em, mapping, fingerprints);
  const now = options.now ?? (() => new Date());
  const jobId = unfinished ?? await startImport(em, { mapping, fileName: sources.rows.name, startedBy, now: now() });
  const state = await runImport(database, jobId, sources, options);
  return { jobId, resumed: unfinished !== null, state };
}

/** The mapping, with how this program writes a spreadsheet's rows where a file is one. */
function asSheets(mapping: Mapping, { rows, lines }: Sources): Mapping {
  if (!rows.spreadsheet && !lines?.spreadsheet) return mapping;
  const { files } = mapping;
  return {
    ...mapping,
    files: {
      rows: rows.spreadsheet ? { ...files.rows, ...sheetFormat } : files.rows,
      lines: files.lines && lines?.spreadsheet ? { ...files.lines, ...sheetFormat } : files.lines,
    },
  };
}

async function openSources(mapping: Mapping, files: NonNullable<ImportFiles['files']>, folder: string): Promise<Sources> {
  const pathOf = (role: 'rows' | 'lines'): string => {
    const path = files[role] ?? mapping.files[role]?.path;
    if (!path) throw importRefused('REQUIRED', 'FILE_NOT_NAMED', { role });
    return isAbsolute(path) || files[role] ? path : join(folder, path);
  };
  if (files.lines && !mapping.files.lines) throw importRefused('INVALID', 'ONE_FILE');
  const rows = await fileSource(pathOf('rows'));
  return mapping.files.lines ? { rows, lines: await fileSource(pathOf('lines')) } : { rows };
}
