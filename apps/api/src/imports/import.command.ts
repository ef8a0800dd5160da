import { basename, join } from 'node:path';
import type { Database } from '@orbita/database/database';
import { importFiles, type ImportProgress, type JobState, rowsRead, writeProblems } from '@orbita/database/imports';
import { type Mapping, parseMapping } from '@orbita/domain/imports';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';

/** What the command line asks for; paths are absolute, for the server may stand in another folder. */
export interface ImportAsked {
  readonly mappings: readonly { readonly path: string; readonly content: unknown }[];
  readonly files: Readonly<Partial<Record<'rows' | 'lines', string>>>;
  readonly data: string;
  readonly problems: string;
}

/** What it needs of whoever runs it: a database, and somebody to tell. */
interface Surroundings {
  readonly database: Database;
  readonly tell: (line: string) => void;
}

/** How far an import is, as a line of the answer: the one who waits draws a bar of it. */
export const progressMark = '\u0000progress ';

export interface ProgressLine extends ImportProgress {
  readonly name: string;
}

/** Loads files by their mappings, one after the other. All mappings are read before the first row is. */
export const importCommand = {
  name: 'import',
  run: async (input: Readonly<Record<string, unknown>>, surroundings: Surroundings): Promise<{ readonly done: string } | Refusal> => {
    const asked = input as unknown as ImportAsked;
    const mappings: { name: string; mapping: Mapping }[] = [];
    for (const { path, content } of asked.mappings) {
      const mapping = parseMapping(content);
      if (isRefused(mapping)) return { ...mapping, field: `${basename(path)}, ${mapping.field}` };
      mappings.push({ name: basename(path), mapping });
    }
    for (const { name, mapping } of mappings) {
      const failed = await importOne(name, mapping, asked, surroundings);
      if (failed) return failed;
    }
    return { done: mappings.length === 1 ? 'Imported.' : `Imported ${mappings.length} parts.` };
  },
};

async function importOne(name: string, mapping: Mapping, asked: ImportAsked, { database, tell }: Surroundings): Promise<Refusal | null> {
  const onProgress = (progress: ImportProgress) => tell(progressMark + JSON.stringify({ name, ...progress } satisfies ProgressLine));
  try {
    const { jobId, resumed, state } = await importFiles(database, { mapping, files: asked.files, folder: asked.data, onProgress });
    if (resumed) tell(`${name}: went on with the import that was not finished.`);
    for (const line of summary(name, state)) tell(line);
    if (state.rows.skipped + state.rows.refused > 0) {
      const path = join(asked.problems, `${basename(name, '.json')}.problems.csv`);
      await writeProblems(database.em.fork({ clear: true }), jobId, path);
      tell(`  Every row that was not loaded, with the reason: ${path}`);
    }
    return null;
  } catch (error) {
    return refuse('INVALID', { field: name, details: { reason: error instanceof Error ? error.message : String(error) } });
  }
}

const number = (value: number): string => value.toLocaleString('en-US');
const listed = (counts: Readonly<Record<string, number>>): string => Object.entries(counts).map(([name, value]) => `${name} ${number(value)}`).join(', ');

function summary(name: string, state: JobState): string[] {
  const { created, updated, unchanged, skipped, refused } = state.rows;
  const made = Object.entries(state.things).filter(([, tally]) => tally.created > 0).map(([thing, tally]) => `${number(tally.created)} ${thing}`);
  return [
    `${name}: ${number(rowsRead(state))} rows read = ${number(created)} new + ${number(updated)} changed + ${number(unchanged)} unchanged + ${number(skipped)} left out + ${number(refused)} refused.`,
    ...(made.length > 0 ? [`  New: ${made.join(', ')}.`] : []),
    ...(skipped > 0 ? [`  Left out as the mapping says: ${listed(state.skipped)}.`] : []),
    ...(refused > 0 ? [`  Refused: ${listed(state.refused)}.`] : []),
    ...(state.unmapped.length > 0 ? [`  Columns that nothing reads: ${state.unmapped.join(', ')}.`] : []),
  ];
}
