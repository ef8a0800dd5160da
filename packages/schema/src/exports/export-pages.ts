import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import type { RequestContext } from '#request';
import { type Cell, currencyOf, type Money } from './cell.ts';
import type { ExportedColumn, ExportedList, Node } from './exported-list.ts';

const pageSize = 100;

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

/** The heading of a file: the labels of the columns in the reader's language, money with its currency beside it. */
export const headingOf = (columns: readonly ExportedColumn[], language: 'en' | 'es'): string[] =>
  columns.flatMap(({ label, type }) => (type === 'money' ? [label[language], `${label[language]} (${currencyOf[language]})`] : [label[language]]));

/**
 * All that a list names, page by page, as cells: asked of the schema itself in the name of the viewer, so that nobody
 * takes away what he would not be shown. Throws the error of GraphQL when an argument or a right is wrong.
 */
export async function* exportPages(
  schema: GraphQLSchema, { list, columns, variables }: { list: ExportedList; columns: readonly ExportedColumn[]; variables: Readonly<Record<string, unknown>> },
  context: RequestContext,
): AsyncGenerator<readonly Cell[][]> {
  const document = exportDocument(list, columns);
  let after: string | null = null;
  do {
    const { data, errors } = await execute({
      schema, document, contextValue: { ...context, readers: new Map() }, variableValues: { ...variables, first: pageSize, after },
    });
    if (errors?.[0]) throw errors[0];
    const { edges, pageInfo } = (data as Readonly<Record<string, Page>>)[list.key]!;
    yield edges.map(({ node }) => columns.flatMap((one) => cellsOf(one, node, context.viewer.language)));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
}

/** What the schema is asked for a page of a list in these columns. */
export function exportDocument({ key, variables }: ExportedList, columns: readonly ExportedColumn[]): DocumentNode {
  const all = { first: 'Int!', after: 'String', ...variables };
  const declared = Object.entries(all).map(([name, type]) => `$${name}: ${type}`).join(', ');
  const handed = Object.keys(all).map((name) => `${name}: $${name}`).join(', ');
  const selection = [...new Set(columns.map((one) => one.selection))].join(' ');
  return parse(`query Export(${declared}) { ${key}(${handed}) { pageInfo { hasNextPage endCursor } edges { node { ${selection} } } } }`);
}

function cellsOf({ type, value, words }: ExportedColumn, node: Node, language: 'en' | 'es'): Cell[] {
  const found = value(node) ?? null;
  if (type === 'money') {
    const money = found as Money | null;
    return money === null ? [null, null] : [{ decimal: money.amount }, money.currency];
  }
  if (found === null || found === '') return [null];
  if (type === 'number') return [typeof found === 'string' ? { decimal: found } : Number(found)];
  if (type === 'boolean') return [found === true];
  if (type === 'instant') return [new Date(found as string)];
  const wordOf = (one: unknown): string => words?.[String(one)]?.[language] ?? String(one);
  return [Array.isArray(found) ? found.map(wordOf).join('; ') || null : wordOf(found)];
}
