import type { ImportFormatInput, ImportOnExisting, ImportOnLikely, ImportRoom, ImportSketchDetailsFragment } from '#operations';

/** What a word of the file means; empty: nothing. */
export interface Word {
  readonly from: string;
  readonly to: string;
}

/** By what it is known where a column goes: its name, what it holds, an earlier mapping, somebody's own choice. */
export type KnownBy = 'NAME' | 'VALUES' | 'SAVED' | 'HAND';

export interface DraftColumn {
  readonly name: string;
  /** Null: it goes nowhere. */
  readonly target: string | null;
  readonly by: KnownBy | null;
  readonly words: readonly Word[];
}

/** What somebody says of a file before it is imported: it lives in the browser until then. */
export interface Draft {
  readonly room: ImportRoom;
  readonly system: string;
  readonly format: ImportFormatInput;
  /** `decimal`, `dates`: what nothing in the file decides, and nobody has said yet. */
  readonly unsure: readonly string[];
  readonly columns: readonly DraftColumn[];
  /** What every row has though no column says it: target → text. */
  readonly constants: Readonly<Record<string, string>>;
  readonly onExisting: ImportOnExisting;
  readonly onLikely: ImportOnLikely;
  /** The saved mapping that was taken. */
  readonly savedName: string | null;
}

/** The draft with which one begins; `followed` where an earlier import says it, and nothing was guessed. */
export function draftOf({ room, system, format, unsure, columns, constants, onExisting, onLikely, savedName }: ImportSketchDetailsFragment, followed = false): Draft {
  return {
    room, system, onExisting, onLikely, savedName, unsure, format: formatOf(format), constants: Object.fromEntries(constants.map(({ target, text }) => [target, text])),
    columns: columns.map(({ name, target, guessedBy, words }) => ({
      name, target, by: target === null ? null : followed || savedName !== null ? 'SAVED' : guessedBy, words: words.map(({ from, to }) => ({ from, to })),
    })),
  };
}

export const formatOf = ({ encoding, separator, decimal, dates }: ImportFormatInput): ImportFormatInput => ({ encoding, separator, decimal, dates });

/** The same file read in another way: columns that are still there go where they went. */
export function reread(draft: Draft, sketch: ImportSketchDetailsFragment): Draft {
  const known = new Map(draft.columns.map((column) => [column.name, column]));
  const next = draftOf(sketch);
  return { ...draft, format: next.format, unsure: next.unsure, columns: next.columns.map((column) => known.get(column.name) ?? column) };
}

/** A column is sent elsewhere; what went there before goes nowhere now, since one thing has one source. */
export function withTarget(draft: Draft, name: string, target: string | null): Draft {
  return {
    ...draft,
    columns: draft.columns.map((column) => {
      if (column.name === name) return { ...column, target, by: 'HAND' as const, words: [] };
      return target !== null && column.target === target ? { ...column, target: null, by: 'HAND' as const, words: [] } : column;
    }),
  };
}

export const withWords = (draft: Draft, name: string, words: readonly Word[]): Draft =>
  ({ ...draft, columns: draft.columns.map((column) => (column.name === name ? { ...column, words } : column)) });

/** An empty text takes the constant away. */
export function withConstant(draft: Draft, target: string, text: string): Draft {
  const { [target]: _, ...others } = draft.constants;
  return { ...draft, constants: text === '' ? others : { ...others, [target]: text } };
}

/** The column that goes to a target now. */
export const sourceOf = (draft: Draft, target: string): string | undefined => draft.columns.find((column) => column.target === target)?.name;
