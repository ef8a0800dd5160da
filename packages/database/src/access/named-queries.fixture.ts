import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A function that a file of named queries exports, with the names of what it takes. */
export interface NamedQuery {
  readonly name: string;
  readonly file: string;
  readonly parameters: readonly string[];
  readonly run: (...given: unknown[]) => unknown;
}

const source = join(import.meta.dirname, '..');

/** Every exported function of every `*.queries.ts` that takes the database and a viewer, however new it is. */
export async function namedQueries(): Promise<NamedQuery[]> {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.queries.ts')).sort();
  const found = await Promise.all(files.map(async (file) => {
    const exported = await import(join(source, file)) as Record<string, unknown>;
    const text = readFileSync(join(source, file), 'utf8');
    return Object.entries(exported).flatMap(([name, run]) =>
      typeof run === 'function' && !text.includes(`export class ${name} `) ? [{ name, file, parameters: parametersOf(name, text), run: run as NamedQuery['run'] }] : []);
  }));
  return found.flat().filter(({ parameters }) => parameters[0] === 'em' && parameters.some((one) => one === 'viewer' || one === 'writing'));
}

/** `writing` stands for one that takes what it needs out of a Writing; `…` for any other such taking apart. */
function parametersOf(name: string, text: string): string[] {
  const start = new RegExp(String.raw`export (?:async )?(?:function ${name}|const ${name} =)[^(]*\(`).exec(text);
  if (!start) throw new Error(`${name} is exported in a way that this test does not know.`);
  const parts = split(text.slice(start.index + start[0].length));
  return parts.map((part) => {
    const [, bare] = /^\s*(\w+)/.exec(part) ?? [];
    if (bare) return bare;
    return /:\s*Writing\b/.test(part) ? 'writing' : '…';
  });
}

/** The parameters up to the closing bracket, each with its type. */
function split(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of text.replaceAll('=>', '')) {
    if (letter === ')' && depth === 0) break;
    if ('([{<'.includes(letter)) depth += 1;
    if (')]}>'.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.filter((part) => part.trim() !== '');
}
