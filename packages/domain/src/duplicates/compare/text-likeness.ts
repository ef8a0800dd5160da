/**
 * Jaro–Winkler likeness of two words, from 0 to 1 (Winkler 1990: prefix of at most four letters, scale 0.1). The
 * libraries that have it bring a database driver or stopped being kept; it is thirty lines.
 */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken: boolean[] = [];
  let found = '';
  for (let index = 0; index < one.length; index += 1) {
    const last = Math.min(other.length - 1, index + reach);
    for (let at = Math.max(0, index - reach); at <= last; at += 1) {
      if (taken[at] || other[at] !== one[index]) continue;
      taken[at] = true;
      found += one[index];
      break;
    }
  }
  const matches = found.length;
  if (matches === 0) return 0;
  let [met, displaced] = [0, 0];
  for (let at = 0; at < other.length; at += 1) {
    if (!taken[at]) continue;
    if (found[met] !== other[at]) displaced += 1;
    met += 1;
  }
  const jaro = (matches / one.length + matches / other.length + (matches - displaced / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && one[prefix] !== undefined && one[prefix] === other[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Dice's likeness of two texts by their pairs of letters, from 0 to 1: misspellings and the order of words weigh little. */
export function pairLikeness(one: string, other: string): number {
  if (one === other) return 1;
  const [left, right] = [pairsOf(one), pairsOf(other)];
  return left.length + right.length === 0 ? 0 : (2 * sharedOf(left, right)) / (left.length + right.length);
}

/** How much of the shorter text stands in the longer one, by pairs of letters, from 0 to 1. */
export function pairContainment(one: string, other: string): number {
  const [left, right] = [pairsOf(one), pairsOf(other)];
  const least = Math.min(left.length, right.length);
  return least === 0 ? 0 : sharedOf(left, right) / least;
}

function sharedOf(left: readonly string[], right: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of right) {
    const count = counts.get(pair) ?? 0;
    if (count === 0) continue;
    counts.set(pair, count - 1);
    shared += 1;
  }
  return shared;
}

function pairsOf(text: string): string[] {
  const pairs: string[] = [];
  for (let at = 0; at < text.length - 1; at += 1) pairs.push(text.slice(at, at + 2));
  return pairs;
}

/** Whether one text becomes the other by one letter more, less or other, or by two neighbours that change places. */
export function isOneSlip(one: string, other: string): boolean {
  if (one === other) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
