import type { Em } from '@orbita/database/connection';
import type { Viewer } from '@orbita/domain/access';
import { type ExportedColumn, type ExportedList, exportedLists } from '@orbita/schema/exports';
import type { Request } from 'express';
import { type GraphQLSchema, isLeafType } from 'graphql';
import { isReadable } from '#text';

export interface AskedExport {
  readonly list: ExportedList;
  readonly format: 'csv' | 'xlsx';
  readonly columns: readonly ExportedColumn[];
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Said to whoever asked: what is wrong with his request. */
export class WrongExport extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Scalars and enumerations are texts in a query; what has parts, a yes or no, and rules are JSON. */
const isText = (type: string, schema: GraphQLSchema): boolean => type !== 'JSON' && type !== 'Boolean' && isLeafType(schema.getType(type));

/** What is to be taken away: `/customers.csv?search=…&rule={…}&columns=name,city`. */
export async function askedExport(file: string, query: Request['query'], viewer: Viewer, { em, schema }: { readonly em: Em; readonly schema: GraphQLSchema }): Promise<AskedExport> {
  const [key, format] = file.split('.');
  const list = (await exportedLists(em, viewer)).find((one) => one.key === key);
  if (!list || (format !== 'csv' && format !== 'xlsx')) throw new WrongExport(404, 'NOT_FOUND', 'There is no such list for you to take away. See `exportedLists`.');
  const given = Object.entries(query).filter(([name]) => name !== 'columns' && name !== 'language');
  const variables = Object.fromEntries(given.map(([name, value]) => [name, valueOf(name, value, list, schema)]));
  return { list, format, columns: columnsOf(query['columns'], list), variables };
}

function valueOf(name: string, value: unknown, { variables }: ExportedList, schema: GraphQLSchema): unknown {
  const type = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (type === undefined) throw new WrongExport(400, 'BAD_USER_INPUT', `This list has no argument "${name}".`);
  if (typeof value !== 'string' || !isReadable(value)) throw new WrongExport(400, 'BAD_USER_INPUT', `Say "${name}" once, as text.`);
  if (isText(type, schema)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw new WrongExport(400, 'BAD_USER_INPUT', `"${name}" is not JSON.`);
  }
}

function columnsOf(asked: unknown, { columns }: ExportedList): readonly ExportedColumn[] {
  if (asked === undefined) return columns;
  return String(asked).split(',').map((key) => {
    const found = columns.find((one) => one.key === key);
    if (!found) throw new WrongExport(400, 'BAD_USER_INPUT', `This list has no column "${key}".`);
    return found;
  });
}
