import type { Em } from '@orbita/database/connection';
import type { Viewer } from '@orbita/domain/access';
import { type ExportedColumn, type ExportedList, exportedLists } from '@orbita/schema/exports';
import type { Request } from 'express';
import { type GraphQLSchema, isLeafType } from 'graphql';
import { isReadable } from '#text';
import { WrongExport } from './wrong-export.ts';

export interface AskedExport {
  readonly list: ExportedList;
  readonly format: 'csv' | 'xlsx';
  readonly columns: readonly ExportedColumn[];
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Scalars and enumerations are texts in a query; what has parts, a yes or no, and rules are JSON. */
const isText = (type: string, schema: GraphQLSchema): boolean => type !== 'JSON' && type !== 'Boolean' && isLeafType(schema.getType(type));

/** What is to be taken away: `/customers.csv?search=…&rule={…}&columns=name,city`. */
export async function askedExport(file: string, query: Request['query'], viewer: Viewer, { em, schema }: { readonly em: Em; readonly schema: GraphQLSchema }): Promise<AskedExport> {
  const [key, format] = file.split('.');
  const list = (await exportedLists(em, viewer)).find((one) => one.key === key);
  if (!list || (format !== 'csv' && format !== 'xlsx')) throw new WrongExport(404, 'NOT_FOUND', 'There is no such list for you to take away. See `exportedLists`.');
  const { columns, language: _, ...given } = query;
  return { list, format, columns: columnsOf(columns, list), variables: argumentsOf(given, list, schema) };
}

/** The arguments of a list as they stand in an address. */
export const argumentsOf = (given: Request['query'], list: ExportedList, schema: GraphQLSchema): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, valueOf(name, value, list, schema)]));

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
