import type { Bilingual } from '@orbita/domain/facts';

/** A row of a list as GraphQL answers it. */
export type Node = Readonly<Record<string, unknown>>;

/** How a value is written: texts as they are, money in its own column beside its currency, instants in UTC. */
export type ExportedType = 'text' | 'number' | 'money' | 'date' | 'instant' | 'boolean';

export interface ExportedColumn {
  readonly key: string;
  readonly label: Bilingual;
  readonly type: ExportedType;
  /** What the list is asked for, as it stands in a selection set. */
  readonly selection: string;
  /** The value in the row that was answered; `null` and what may not be read is an empty cell. */
  readonly value: (node: Node) => unknown;
  /** The same as a program reads it, where `value` answers words: a code, an id. */
  readonly code?: ((node: Node) => unknown) | undefined;
  /** Words for the values of a closed list. */
  readonly words?: Readonly<Record<string, Bilingual>> | undefined;
}

/** A list of the API that can be taken away whole: what is taken is what its reader would be answered, page by page. */
export interface ExportedList {
  /** Its name among the queries. */
  readonly key: string;
  readonly label: Bilingual;
  /** The arguments by which it is narrowed and ordered, with their GraphQL types. */
  readonly variables: Readonly<Record<string, string>>;
  readonly columns: readonly ExportedColumn[];
}

const within = (node: unknown, key: string): unknown => (typeof node === 'object' && node !== null ? (node as Node)[key] : undefined);

/** A value by its path: `customer.name`. */
export const at = (path: string) => (node: Node): unknown => path.split('.').reduce<unknown>(within, node);

const selectionOf = (path: string, type: ExportedType): string => {
  const parts = path.split('.');
  const leaf = type === 'money' ? `${parts.at(-1)} { amount currency }` : parts.at(-1)!;
  return parts.slice(0, -1).reduceRight((inner, part) => `${part} { ${inner} }`, leaf);
};

/** A column that is a field of the row, or of something that it refers to. */
export function column(path: string, label: Bilingual, type: ExportedType = 'text', words?: Readonly<Record<string, Bilingual>>): ExportedColumn {
  const key = path.replaceAll(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
  return { key, label, type, selection: selectionOf(path, type), value: at(path), words };
}
