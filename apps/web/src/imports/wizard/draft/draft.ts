import type { ImportFormatInput, ImportOnExisting, ImportOnLikely, ImportOnUnknownOwner, ImportRoom, ImportSketchDetailsFragment } from '#operations';

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
  /** Where it went until another column was sent there. */
  readonly lost?: string | undefined;
}

/** What somebody says of a file before it is imported: it lives in the browser until then. */
export interface Draft {
  readonly room: ImportRoom;
  readonly system: string;
  readonly format: ImportFormatInput;
  /** `decimal`, `dates`: what nothing in the file decides, and nobody has said yet. */
  readonly unsure: readonly string[];
  readonly columns: readonly DraftColumn[];
  /** Targets whose columns are joined; of all others the first column that holds something counts. */
  readonly joined: readonly string[];
  /** What every row has though no column says it: target → text. */
  readonly constants: Readonly<Record<string, string>>;
  readonly onExisting: ImportOnExisting;
  readonly onLikely: ImportOnLikely;
  readonly onUnknownOwner: ImportOnUnknownOwner;
  /** The saved mapping that was taken. */
  readonly savedName: string | null;
}

/** The draft with which one begins; `followed` where an earlier import says it, and nothing was guessed. */
export function draftOf({ room, system, format, unsure, columns, joined, constants, onExisting, onLikely, onUnknownOwner, savedName }: ImportSketchDetailsFragment, followed = false): Draft {
  return {
    room, system, onExisting, onLikely, onUnknownOwner, savedName, unsure, joined, format: formatOf(format), constants: Object.fromEntries(constants.map(({ target, text }) => [target, text])),
    columns: columns.map(({ name, target, guessedBy, words }) => ({
      name, target, by: target === null ? null : followed || savedName !== null ? 'SAVED' : guessedBy, words: words.map(({ from, to }) => ({ from, to })),
    })),
  };
}

export const formatOf = ({ encoding, separator, heading, decimal, dates }: ImportFormatInput): ImportFormatInput => ({ encoding, separator, heading: heading ?? 1, decimal, dates });

/** A column that has no name in the file is called by its place. */
export const isNameless = (name: string): boolean => /^#\d+$/.test(name);

/** The same file read in another way: columns that are still there go where they went. */
export function reread(draft: Draft, sketch: ImportSketchDetailsFragment): Draft {
  const known = new Map(draft.columns.map((column) => [column.name, column]));
  const next = draftOf(sketch);
  return { ...draft, format: next.format, unsure: next.unsure, columns: next.columns.map((column) => known.get(column.name) ?? column) };
}

/** A column is sent elsewhere; what went there before goes nowhere now, until somebody says that both do. */
export function withTarget(draft: Draft, name: string, target: string | null): Draft {
  return {
    ...draft,
    columns: draft.columns.map((column) => {
      if (column.name === name) return { ...column, target, by: 'HAND' as const, words: [], lost: undefined };
      return target !== null && column.target === target ? { ...column, target: null, by: 'HAND' as const, words: [], lost: target } : column;
    }),
  };
}

/** A column goes again where it went, beside the one that was sent there. */
export const withAlso = (draft: Draft, name: string): Draft =>
  ({ ...draft, columns: draft.columns.map((column) => (column.name === name && column.lost !== undefined ? { ...column, target: column.lost, lost: undefined } : column)) });

export const withJoined = (draft: Draft, target: string, joined: boolean): Draft =>
  ({ ...draft, joined: [...draft.joined.filter((one) => one !== target), ...(joined ? [target] : [])] });

/** The columns before this one that go to the same target. */
export const sharedWith = (draft: Draft, { name, target }: DraftColumn): readonly string[] =>
  (target === null ? [] : draft.columns.slice(0, draft.columns.findIndex((one) => one.name === name)).filter((one) => one.target === target).map((one) => one.name));

export const withWords = (draft: Draft, name: string, words: readonly Word[]): Draft =>
  ({ ...draft, columns: draft.columns.map((column) => (column.name === name ? { ...column, words } : column)) });

/** Columns that say whose a thing is to be. */
const namesOwner = ({ target }: DraftColumn): boolean => target?.endsWith('.owner') ?? false;

/** Whom an owner's name in the file means; null: nobody who works here. */
export const ownerMeant = (draft: Draft, name: string): string | null =>
  draft.columns.filter(namesOwner).flatMap(({ words }) => words).find(({ from, to }) => from === name && to !== name)?.to ?? null;

/** Says whom an owner's name means, wherever it stands. */
export const withOwner = (draft: Draft, name: string, user: string | null): Draft => ({
  ...draft, columns: draft.columns.map((column) => (namesOwner(column) ? { ...column, words: [...column.words.filter(({ from }) => from !== name), { from: name, to: user ?? name }] } : column)),
});

/** Whether any column says it. */
export const sayingOwner = (draft: Draft): boolean => draft.columns.some(namesOwner);

/** An empty text takes the constant away. */
export function withConstant(draft: Draft, target: string, text: string): Draft {
  const { [target]: _, ...others } = draft.constants;
  return { ...draft, constants: text === '' ? others : { ...others, [target]: text } };
}

/** The column that goes to a target now. */
export const sourceOf = (draft: Draft, target: string): string | undefined => draft.columns.find((column) => column.target === target)?.name;
