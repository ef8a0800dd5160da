/** What people write as an amount, in either language's signs, as plain decimal text; null for nothing. */
export function plainAmount(text: string): string | null {
  const bare = text.replaceAll(/[\s€$£]/g, '');
  if (bare === '') return null;
  const comma = bare.lastIndexOf(',');
  const dot = bare.lastIndexOf('.');
  // The last sign divides the cents, if at most two figures follow it; every other one groups thousands.
  const mark = Math.max(comma, dot);
  const decimals = mark >= 0 && bare.length - mark - 1 <= 2 && bare.length - mark - 1 > 0;
  if (!decimals) return bare.replaceAll(/[.,]/g, '');
  return `${bare.slice(0, mark).replaceAll(/[.,]/g, '')}.${bare.slice(mark + 1)}`;
}

/** An amount of the API as people edit it: with the sign for cents of their language. */
export const amountText = (amount: string | undefined, language: 'en' | 'es'): string =>
  (amount === undefined ? '' : language === 'es' ? amount.replace('.', ',') : amount);
