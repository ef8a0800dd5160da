import type { Bilingual } from '#facts';
import { isRefused, type Reason, type Refusal, refuse, refuseBecause } from '#refusal';

export type Input = Readonly<Record<string, unknown>>;

export const invalid = (field: string, because: Reason, shown: Readonly<Record<string, string | number>> = {}): Refusal =>
  refuseBecause('INVALID', because, { ...shown, field });

/** The path of a part, as refusals name it: `stages.0.rule`. */
export const join = (...parts: readonly (string | number)[]): string => parts.filter((part) => part !== '').join('.');

/** Reads an object of exactly these keys, so that a mistyped one is not passed over; one that is missing is refused by its reader. */
export function readObject(input: unknown, known: readonly string[], path: string): Input | Refusal {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return invalid(path || 'model', 'WANTED_OBJECT', { known: known.join(', ') });
  const strange = Object.keys(input).find((key) => !known.includes(key));
  return strange === undefined ? input as Input : invalid(join(path, strange.slice(0, 40)), 'STRANGE_PART', { known: known.join(', ') });
}

/** Reads a list, each of its parts by `readOne`, which is told the part's path. */
export function readList<One>(
  input: unknown, [fewest, most]: readonly [number, number], path: string, readOne: (part: unknown, path: string) => One | Refusal,
): readonly One[] | Refusal {
  if (!Array.isArray(input)) return invalid(path, 'WANTED_LIST');
  if (input.length < fewest) return refuse('REQUIRED', { field: path });
  if (input.length > most) return invalid(path, 'AT_MOST', { maximum: most });
  const read: One[] = [];
  for (const [index, part] of input.entries()) {
    const one = readOne(part, join(path, index));
    if (isRefused(one)) return one;
    read.push(one);
  }
  return read;
}

/** Reads one of a text's form: a key that rules, columns and addresses can carry. */
export function readKey(input: unknown, form: RegExp, example: string, path: string): string | Refusal {
  if (input === undefined || input === null || input === '') return refuse('REQUIRED', { field: path });
  if (typeof input === 'string' && form.test(input)) return input;
  return refuse('INVALID_FORMAT', { field: path, details: { value: String(input).slice(0, 40), example } });
}

/** Reads a text in both languages, tidied. */
export function readBoth(input: unknown, maximum: number, path: string): Bilingual | Refusal {
  const texts = readObject(input ?? {}, ['en', 'es'], path);
  if (isRefused(texts)) return texts;
  const en = readText(texts['en'], maximum, join(path, 'en'));
  if (isRefused(en)) return en;
  const es = readText(texts['es'], maximum, join(path, 'es'));
  return isRefused(es) ? es : { en, es };
}

function readText(input: unknown, maximum: number, path: string): string | Refusal {
  if (input !== undefined && input !== null && typeof input !== 'string') return invalid(path, 'WANTED_WORDS');
  const text = input?.replaceAll(/\s+/g, ' ').trim() ?? '';
  if (text === '') return refuse('REQUIRED', { field: path });
  return text.length > maximum ? refuse('TOO_LONG', { field: path, details: { maximum } }) : text;
}

/** Reads a whole number between the two. */
export function readWhole(input: unknown, [minimum, maximum]: readonly [number, number], path: string): number | Refusal {
  if (input === undefined || input === null) return refuse('REQUIRED', { field: path });
  if (typeof input !== 'number' || !Number.isInteger(input)) return invalid(path, 'WANTED_INTEGER');
  return input < minimum || input > maximum ? refuse('OUT_OF_RANGE', { field: path, details: { minimum, maximum } }) : input;
}
