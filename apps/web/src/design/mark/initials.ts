/** "Ana María Mora" → AM, "Vitral Seguros" → VS: first and last word, letters only. */
export function initialsOf(name: string, count: 1 | 2): string {
  const words = name.trim().split(/\s+/).filter((word) => /^\p{Letter}|^\p{Number}/u.test(word));
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (count === 1 ? first : first + last).toLocaleUpperCase();
}

/** A hue between 0 and 359, always the same for the same name. */
export function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360_007;
  return (sum * 47) % 360;
}
