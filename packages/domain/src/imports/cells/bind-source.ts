import type { Refusal } from '#refusal';
import type { Source } from '../mapping/index.ts';
import { refuseBecause } from '../messages/index.ts';
import { columnAt } from './header.ts';

/** The text of one field in a row, trimmed; empty where the row has nothing for it. */
export interface BoundSource {
  readonly text: (cells: readonly string[]) => string | Refusal;
  /** The column that is named when the value is refused. */
  readonly column: string;
  readonly columns: readonly string[];
}

/** A cell as text: trimmed, and empty where the file says so in its own way. */
export type CellText = (cells: readonly string[], at: number) => string;

export function cellText(empty: readonly string[]): CellText {
  const nothing = new Set(empty);
  return (cells, at) => {
    const text = (cells[at] ?? '').trim();
    return nothing.size > 0 && nothing.has(text) ? '' : text;
  };
}

/** Finds the columns of a source in the header; refuses one that the file does not have. */
export function bindSource(source: Source, field: string, header: readonly string[], read: CellText): BoundSource | Refusal {
  const columns = columnsOf(source);
  const missing = columns.find((column) => columnAt(header, column) < 0);
  if (missing !== undefined) return missingColumn(missing, field, header);
  const raw = rawText(source, header, read);
  const { values, otherwise } = source;
  if (!values) return { text: raw, column: columns[0] ?? field, columns };
  const text = (cells: readonly string[]): string | Refusal => {
    const given = raw(cells);
    if (given === '') return '';
    const found = Object.hasOwn(values, given) ? values[given] : undefined;
    if (found !== undefined) return found;
    if (otherwise === 'REFUSE') return refuseBecause('INVALID', 'NOT_MAPPED', { value: given });
    return otherwise === 'EMPTY' ? '' : given;
  };
  return { text, column: columns[0] ?? field, columns };
}

export function missingColumn(column: string, field: string, header: readonly string[]): Refusal {
  const [only = '', ...more] = header;
  const separator = more.length === 0 ? [';', '\t', ',', '|'].find((one) => only.includes(one)) : undefined;
  if (separator !== undefined) return refuseBecause('NOT_FOUND', 'ONE_COLUMN', { column, header: only, separator: separator === '\t' ? String.raw`\t` : separator }, field);
  return refuseBecause('NOT_FOUND', 'NO_COLUMN', { column, header: header.join(', ') }, field);
}

const placeholder = /\{([^{}]+)\}/g;

function columnsOf(source: Source): string[] {
  switch (source.kind) {
    case 'COLUMN': case 'JOINED': return [...source.columns];
    case 'CONSTANT': return [];
    case 'TEMPLATE': return [...source.template.matchAll(placeholder)].map((found) => found[1] ?? '');
    default: throw new Error(source satisfies never);
  }
}

function rawText(source: Source, header: readonly string[], read: CellText): (cells: readonly string[]) => string {
  switch (source.kind) {
    case 'CONSTANT': return () => source.text;
    case 'COLUMN': {
      const [first = -1, ...more] = source.columns.map((column) => columnAt(header, column));
      if (more.length === 0) return (cells) => read(cells, first);
      return (cells) => read(cells, [first, ...more].find((at) => read(cells, at) !== '') ?? first);
    }
    case 'JOINED': {
      const places = source.columns.map((column) => columnAt(header, column));
      // Two columns that say the same say it once.
      return (cells) => [...new Set(places.map((at) => read(cells, at)))].filter((text) => text !== '').join(source.with);
    }
    case 'TEMPLATE': {
      const places = new Map(columnsOf(source).map((column) => [column, columnAt(header, column)]));
      return (cells) => {
        if ([...places.values()].every((at) => read(cells, at) === '')) return '';
        return source.template.replaceAll(placeholder, (_, column: string) => read(cells, places.get(column) ?? -1)).trim();
      };
    }
    default: throw new Error(source satisfies never);
  }
}
