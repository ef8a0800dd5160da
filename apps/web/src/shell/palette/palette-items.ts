/** Under which heading a find stands. */
export type PaletteKind = 'customers' | 'opportunities' | 'orders' | 'products' | 'segments';

/** Something the search found. */
export interface PaletteHit {
  readonly id: string;
  readonly kind?: PaletteKind;
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

export interface Part {
  readonly text: string;
  readonly hit: boolean;
}

/** A label in parts: those that the question names, accents and case aside, and the rest. */
export function matchedParts(label: string, question: string): readonly Part[] {
  const signs = [...label];
  // Each sign with as many plain letters as it has, so that places in one are places in the other.
  const letters = signs.flatMap((sign, at) => [...plain(sign)].map((letter) => ({ letter, at })));
  const text = letters.map(({ letter }) => letter).join('');
  const hits = new Set<number>();
  for (const word of plain(question).split(/\s+/).filter(Boolean)) {
    for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length)) {
      for (let place = from; place < from + word.length; place++) hits.add(letters[place]?.at ?? -1);
    }
  }
  const parts: { text: string; hit: boolean }[] = [];
  for (const [at, sign] of signs.entries()) {
    const last = parts.at(-1);
    if (last?.hit === hits.has(at)) last.text += sign;
    else parts.push({ text: sign, hit: hits.has(at) });
  }
  return parts;
}
