import { constants } from 'node:fs';
import { access, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { rowsOf } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { importFiles, type ImportProgress, writeProblems } from '@orbita/database/imports';
import { importMessage, type Mapping, parseMapping, refuseBecause } from '@orbita/domain/imports';
import { isRefused, type Language, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { summary } from './summary.ts';
import { languageOf, words } from './words/index.ts';

/** What the command line asks for; paths are absolute, for the server may stand in another folder. */
export interface ImportAsked {
  readonly mappings: readonly { readonly path: string; readonly content: unknown }[];
  readonly files: Readonly<Partial<Record<'rows' | 'lines', string>>>;
  readonly data: string;
  readonly problems: string;
  /** Of what is told; without one the company's. */
  readonly language: Language | null;
}

/** What it needs of whoever runs it: a database, and somebody to tell. */
interface Surroundings {
  readonly database: Database;
  readonly tell: (line: string) => void;
  /** Stops between two batches. */
  readonly signal?: AbortSignal | undefined;
}

/** How far an import is, as a line of the answer: the one who waits draws a bar of it. */
export const progressMark = '\u0000progress ';

export interface ProgressLine extends ImportProgress {
  readonly name: string;
}

interface Part {
  readonly name: string;
  readonly mapping: Mapping;
}

type Answer = { readonly done: string; readonly partly: boolean } | { readonly no: string };

/** Loads files by their mappings, one after the other. All mappings are read before the first row is. */
export const importCommand = {
  name: 'import',
  run: async (input: Readonly<Record<string, unknown>>, surroundings: Surroundings): Promise<Answer> => {
    const asked = input as unknown as ImportAsked;
    const language = asked.language ?? (await languageOfCompany(surroundings.database));
    const no = (name: string, refusal: Refusal): Answer =>
      ({ no: `${[name, refusal.field].filter(Boolean).join(', ')}: ${importMessage(refusal, language)}` });
    const parts: Part[] = [];
    for (const { path, content } of asked.mappings) {
      const mapping = parseMapping(content);
      if (isRefused(mapping)) return no(basename(path), mapping);
      parts.push({ name: nameOf(path, asked), mapping });
    }
    const writable = await access(asked.problems, constants.W_OK).then(() => true, () => false);
    if (!writable) return no('--problems', refuseBecause('NOT_FOUND', 'NO_PROBLEMS_FOLDER', { path: asked.problems }));
    let partly = false;
    for (const part of parts) {
      const refused = await importOne(part, { ...asked, language }, surroundings);
      if (isRefused(refused)) return no(part.name, refused);
      partly ||= refused > 0;
    }
    return { done: words[language].done(parts.length, partly), partly };
  },
};

/** Answers how many rows were refused. */
async function importOne(
  { name, mapping }: Part, { files, data, problems, language }: ImportAsked & { language: Language }, { database, tell, signal }: Surroundings,
): Promise<number | Refusal> {
  const onProgress = (progress: ImportProgress) => tell(progressMark + JSON.stringify({ name, ...progress } satisfies ProgressLine));
  const imported = await importFiles(database, { mapping, files, folder: data, onProgress, signal });
  if (isRefused(imported)) return imported;
  const { jobId, resumed, state } = imported;
  if (resumed) tell(words[language].resumed(name));
  for (const line of summary(name, state, words[language])) tell(line);
  const path = join(problems, `${basename(name, '.json')}.problems.csv`);
  const { skipped, refused } = state.rows;
  if (skipped + refused + Object.keys(state.kept).length + (state.unowned ?? 0) === 0) await rm(path, { force: true });
  else {
    await writeProblems(database.em.fork({ clear: true }), jobId, path, language);
    tell(words[language].problems(path));
  }
  return refused;
}

/** The file's name; with its folder before it where two mappings are called the same. */
function nameOf(path: string, { mappings }: ImportAsked): string {
  const alike = mappings.filter((one) => basename(one.path) === basename(path));
  return alike.length > 1 ? `${basename(dirname(path))}-${basename(path)}` : basename(path);
}

async function languageOfCompany({ em }: Database): Promise<Language> {
  const [company] = await rowsOf(em.fork(), sql<{ language: string }>`select language from company limit 1`);
  return languageOf(company?.language) ?? 'en';
}
