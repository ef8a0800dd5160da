/**
 * The form in which texts are compared, in memory and in the database alike: without accents, in lower case, single
 * spaces, nothing at the ends, no control characters. Normalising twice changes nothing.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKD').toLowerCase().normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
}
