/** What stands in a cell of an exported file; a decimal is kept as its text, so that no cent is lost. */
export type Cell = string | number | boolean | Date | { readonly decimal: string } | null;

export interface Money {
  readonly amount: string;
  readonly currency: string;
}

export const currencyOf = { en: 'currency', es: 'moneda' } as const;
