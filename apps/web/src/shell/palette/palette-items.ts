/** Something the search found. */
export interface PaletteHit {
  readonly id: string;
  readonly label: string;
  /** What tells two of the same name apart: place, stage, e-mail. */
  readonly detail?: string;
  readonly href: string;
}

export type PaletteSearch = (text: string, signal: AbortSignal) => Promise<readonly PaletteHit[]>;

export interface PaletteItem {
  readonly id: string;
  readonly section: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{Mark}/gu, '').toLowerCase();

/** Every word of the question stands somewhere in the label, accents and case aside. */
export function matches(label: string, question: string): boolean {
  const text = plain(label);
  return plain(question).split(/\s+/).every((word) => text.includes(word));
}
