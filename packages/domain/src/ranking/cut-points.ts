/**
 * The stored cut points of a population (LIFECYCLE §4.1): cut k is the smallest value present with `parts·b ≥ k·n`,
 * where b counts the strictly smaller values; five parts give up to four cuts. A cut that no value reaches is left out.
 */
export function cutPoints<T extends number | string>(values: readonly T[], parts = 5): T[] {
  const cuts: T[] = [];
  for (let k = 1; k < parts; k += 1) {
    const cut = smallestWithShareBelow(values, k, parts);
    if (cut === null) break;
    cuts.push(cut);
  }
  return cuts;
}

/** 1 + the number of cuts that the value reaches; the same as 1 + floor(parts·b/n). Equal values score equally. */
export function scoreBy<T extends number | string>(cuts: readonly T[], value: T): number {
  return 1 + cuts.filter((cut) => cut <= value).length;
}

/** The smallest value present of which `numerator/denominator` of the population or more are strictly below; null if none. */
export function smallestWithShareBelow<T extends number | string>(
  values: readonly T[], numerator: number, denominator: number,
): T | null {
  const ascending = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  let below = 0;
  for (const [index, value] of ascending.entries()) {
    if (index > 0 && value !== ascending[index - 1]) below = index;
    if (denominator * below >= numerator * ascending.length) return value;
  }
  return null;
}
