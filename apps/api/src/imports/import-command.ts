import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { type Command, InvalidArgumentError } from 'commander';
import { type ImportAsked, type ProgressLine, progressMark } from './import.command.ts';

/** One line of the answer: progress while it runs, then exactly one end. */
export type Told =
  | { readonly line: string } | { readonly done: string } | { readonly refused: string } | { readonly failed: string };

/** Carries a command to where the data is; `show` is told each line of the answer. */
export type Send = (name: string, input: Readonly<Record<string, unknown>>, show: (told: Told) => void) => Promise<boolean>;

interface Options {
  readonly file?: Readonly<Record<string, string>>;
  readonly data: string;
  readonly problems: string;
}

/** Adds `orbita import` to the command line. */
export function addImportCommand(program: Command, send: Send, show: (told: Told) => void): void {
  program.command('import')
    .description('Load customers, products or orders with their lines from CSV files, as a mapping says.')
    .argument('<mapping...>', 'mapping files (JSON), loaded one after the other')
    .option('--file <name=path>', 'which file to read: rows=orders.csv, lines=order_details.csv; with one mapping only', readFileOption)
    .option('--data <folder>', 'where the files are that the mappings name', '.')
    .option('--problems <folder>', 'where to write the rows that were not loaded, each with its reason', '.')
    .addHelpText('after', help)
    .action(async (paths: string[], options: Options) => {
      if (options.file && paths.length > 1) throw new InvalidArgumentError('--file goes with one mapping only. Use --data for several.');
      const asked = await readAsked(paths, options);
      const bar = progressBar();
      const done = await send('import', { ...asked }, (told) => {
        if ('line' in told && told.line.startsWith(progressMark)) return bar.at(JSON.parse(told.line.slice(progressMark.length)) as ProgressLine);
        bar.stop();
        show(told);
      });
      bar.stop();
      if (!done) process.exitCode = 1;
    });
}

const help = `
Examples:
  orbita import customers.json products.json orders.json --data northwind
  orbita import orders.json --file rows=export.csv
  orbita import orders.json --file rows=orders.csv --file lines=details.csv

Files:
  CSV with a heading, also packed (.csv.gz). Separator, encoding (utf-8, utf-16, windows-1252), decimal sign, order
  of dates and time zone are said in the mapping. Column names match whatever their case, spaces and marks.

What it promises:
  Every row is loaded, found unchanged, left out for a reason the mapping names, or refused with what to do; the four
  add up to the rows read, and the last two are written to <mapping>.problems.csv.
  Batches are whole or not there. Stop it (Ctrl-C, a crash), give the same command again, and it goes on where it stood.
  Loading the same file twice changes nothing. Imported history triggers no messages, plays or webhooks.
  Goods that came back are returns; one that names its order reduces it, for others no order is guessed.

A mapping, in short:
  { "room": "orders", "source": "shop", "files": { "rows": { "separator": ";", "decimal": ",", "dates": "DMY" } },
    "order": { "number": "Order", "customer": "Client", "placedAt": "Date", "currency": { "constant": "EUR" } },
    "line": { "product": "Ref", "quantity": "Units", "unitPrice": "Price" },
    "skip": [{ "reason": "NO_CUSTOMER", "when": { "column": "Client", "empty": true } }],
    "returns": [{ "column": "Units", "below": "0" }] }
  Whole ones: packages/database/mappings.`;

function readFileOption(value: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const [name = '', ...path] = value.split('=');
  if (!['rows', 'lines'].includes(name) || path.length === 0) throw new InvalidArgumentError('Write rows=path or lines=path.');
  return { ...before, [name]: resolve(path.join('=')) };
}

async function readAsked(paths: readonly string[], { file = {}, data, problems }: Options): Promise<ImportAsked> {
  const mappings = await Promise.all(paths.map(async (path) => {
    const text = await readFile(path, 'utf8').catch(() => {
      throw new Error(`There is no mapping at ${path}.`);
    });
    try {
      return { path, content: JSON.parse(text) as unknown };
    } catch (error) {
      throw new Error(`${path} is not JSON: ${(error as Error).message}`);
    }
  }));
  return { mappings, files: file, data: resolve(data), problems: resolve(problems) };
}

const phases = { READING: 'reading', LOADING: 'loading' } as const;
const whole = 1000;

/** A bar on the terminal; nothing where there is none. */
function progressBar(): { at: (progress: ProgressLine) => void; stop: () => void } {
  let bar: SingleBar | undefined;
  let shown = '';
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
    shown = '';
  };
  const at = ({ name, phase, share, rowsRead }: ProgressLine): void => {
    if (!process.stderr.isTTY) return;
    if (shown !== name + phase) {
      stop();
      bar = new SingleBar({ format: '{name} {phase} [{bar}] {percentage}% · {rows} rows · {eta_formatted}', stream: process.stderr, hideCursor: true });
      bar.start(whole, 0, { name, phase: phases[phase], rows: 0 });
      shown = name + phase;
    }
    bar?.update(Math.round(share * whole), { rows: rowsRead.toLocaleString('en-US') });
  };
  return { at, stop };
}
