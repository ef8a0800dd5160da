import { isRefused, type Refusal, refuse } from '#refusal';
import type { FieldsOf, FileFormat, Sources } from '../mapping/index.ts';
import { refuseBecause } from '../messages/index.ts';
import { bindSource, type CellText } from './bind-source.ts';
import { type CellReader, cellReader, type CellValue } from './read-cell.ts';

/** One thing wrong in one row: in which column, and what to do about it. */
export interface RowProblem {
  readonly column: string;
  readonly refusal: Refusal;
}

/** Reads the fields of one thing from the cells of a row; a field that the row has nothing for is not there. */
export interface BoundFields {
  readonly read: (cells: readonly string[], problems: RowProblem[]) => Readonly<Record<string, CellValue>>;
  readonly columns: readonly string[];
  /** The column from which a field comes, for problems that show later. */
  readonly columnOf: (field: string) => string;
  readonly has: (field: string) => boolean;
}

interface BoundField {
  readonly name: string;
  readonly required: boolean;
  readonly column: string;
  readonly text: (cells: readonly string[]) => string | Refusal;
  readonly reader: CellReader;
}

/** Ties the sources of a thing to the header of a file; refuses the first column that is not there. */
export function bindFields(
  sources: Sources, fields: FieldsOf, file: { readonly header: readonly string[]; readonly format: FileFormat; readonly zone: string; readonly cell: CellText }, path: string,
): BoundFields | Refusal {
  const bound: BoundField[] = [];
  const columns: string[] = [];
  for (const [name, source] of Object.entries(sources)) {
    const field = fields[name];
    // The company may have archived one of its own since the mapping was written.
    if (!field && name.startsWith('custom.')) {
      return refuseBecause('INVALID', 'UNKNOWN_KEY', { key: name, known: Object.keys(fields).join(', ') }, `${path}.${name}`);
    }
    if (!field) throw new Error(`Not a field: ${name}`);
    const found = bindSource(source, `${path}.${name}`, file.header, file.cell);
    if (isRefused(found)) return found;
    const reader = cellReader(field, file.format, file.zone, source.kind === 'COLUMN' ? source.times : undefined);
    bound.push({ name, required: field.required ?? false, column: found.column, text: found.text, reader });
    columns.push(...found.columns);
  }
  const byName = new Map(bound.map((one) => [one.name, one]));
  return {
    columns,
    columnOf: (field) => byName.get(field)?.column ?? '',
    has: (field) => byName.has(field),
    read: (cells, problems) => readAll(bound, cells, problems),
  };
}

function readAll(bound: readonly BoundField[], cells: readonly string[], problems: RowProblem[]): Record<string, CellValue> {
  const values: Record<string, CellValue> = {};
  for (const { name, required, column, text, reader } of bound) {
    const given = text(cells);
    if (isRefused(given)) {
      problems.push({ column, refusal: given });
    } else if (given === '') {
      if (required) problems.push({ column, refusal: refuse('REQUIRED') });
    } else {
      const value = reader(given);
      if (isRefused(value)) problems.push({ column, refusal: value });
      else values[name] = value;
    }
  }
  return values;
}
