import type { Outcome } from '../job/index.ts';

/** Which rows are the first to name what is not there yet, and which name the same once more, each with its first. */
export function firstOf(references: readonly string[], known: ReadonlyMap<string, unknown>): { readonly first: readonly number[]; readonly again: ReadonlyMap<number, number> } {
  const first = new Map<string, number>();
  const again = new Map<number, number>();
  for (const [index, reference] of references.entries()) {
    const before = first.get(reference);
    if (known.has(reference)) continue;
    if (before === undefined) first.set(reference, index);
    else again.set(index, before);
  }
  return { first: [...first.values()], again };
}

/** A row that names what an earlier one made, or was refused for. */
export const sameAgain = (first: Outcome): Outcome => ('fate' in first ? { fate: 'unchanged' } : first);
