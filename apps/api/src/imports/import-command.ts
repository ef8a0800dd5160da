import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { importMessage, type Reason, refuseBecause } from '@orbita/domain/imports';
import type { Language } from '@orbita/domain/refusal';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { help } from './help.ts';
import { type ImportAsked, type ProgressLine, progressMark } from './import.command.ts';
import { progressBar } from './progress-bar.ts';
import { languageOf } from './words/index.ts';

/** One line of the answer: progress while it runs, then exactly one end. */
export type Told =
  | { readonly line: string } | { readonly done: string; readonly partly?: boolean } | { readonly refused: string } | { readonly failed: string };

/** Carries a command to where the data is; `show` is told each line of the answer. */
export type Send = (name: string, input: Readonly<Record<string, unknown>>, show: (told: Told) => void) => Promise<boolean>;

interface Options {
  readonly file?: Readonly<Record<string, string>>;
  readonly data: string;
  readonly problems: string;
  readonly language?: Language;
}

const refusedRows = 2;

/** Adds `orbita import` to the command line. */
export function addImportCommand(program: Command, send: Send, show: (told: Told) => void): void {
  program.command('import')
    .description('Load customers, products, leads, opportunities with their history or orders with their lines from CSV files, as a mapping says.')
    .argument('<mapping...>', 'mapping files (JSON), loaded one after the other')
    .option('--file <name=path>', 'which file to read: rows=orders.csv, lines=order_details.csv; with one mapping only', readFileOption)
    .option('--data <folder>', 'where the files are that the mappings name', '.')
    .option('--problems <folder>', 'where to write the rows that were not loaded whole, each with its reason', '.')
    .addOption(new Option('--language <language>', "of what is told and of the reasons; the company's when not given").choices(['en', 'es']))
    .addHelpText('after', help)
    .action(async (paths: string[], options: Options) => {
      // Who the company is shows only where the data is: until then the terminal's own language.
      const language = options.language ?? languageOf(process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG']) ?? 'en';
      if (options.file && paths.length > 1) throw explained('FILE_OF_ONE', {}, language);
      const asked = await readAsked(paths, options, language);
      const bar = progressBar(language);
      const done = await send('import', { ...asked }, (told) => {
        if ('line' in told && told.line.startsWith(progressMark)) return bar.at(JSON.parse(told.line.slice(progressMark.length)) as ProgressLine);
        bar.stop();
        if ('done' in told && told.partly) process.exitCode = refusedRows;
        show(told);
      });
      bar.stop();
      if (!done) process.exitCode = 1;
    });
}

function readFileOption(value: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const [name = '', ...path] = value.split('=');
  if (!['rows', 'lines'].includes(name) || path.join('=') === '') throw new InvalidArgumentError('Write rows=path or lines=path.');
  return { ...before, [name]: resolve(path.join('=')) };
}

async function readAsked(paths: readonly string[], { file = {}, data, problems, language }: Options, told: Language): Promise<ImportAsked> {
  const mappings = await Promise.all(paths.map(async (path) => {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw explained(error.code === 'EISDIR' ? 'IS_FOLDER' : 'NO_MAPPING', { path }, told);
    });
    try {
      return { path: resolve(path), content: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
    } catch (error) {
      throw explained('NOT_JSON', { path, error: (error as Error).message }, told);
    }
  }));
  return { mappings, files: file, data: resolve(data), problems: resolve(problems), language: language ?? null };
}

const explained = (because: Reason, details: Readonly<Record<string, string>>, language: Language): Error =>
  new Error(importMessage(refuseBecause('INVALID', because, details), language));
