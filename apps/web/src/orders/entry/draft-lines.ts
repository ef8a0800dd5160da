import { isRefused } from '@orbita/domain/refusal';
import { lineAmount, sum } from '@orbita/domain/money';

/** A line as it is being written; a product, or words for something that is not in the catalogue. */
export interface DraftLine {
  readonly key: string;
  readonly productId: string | null;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discountPercent: string;
}

export const blankLine = (key: string): DraftLine => ({ key, productId: null, description: '', quantity: '1', unitPrice: '', discountPercent: '' });

export const isBlank = ({ productId, description }: DraftLine): boolean => productId === null && description.trim() === '';

/** The lines that are meant: the empty one at the end waits for another product. */
export const meantLines = (lines: readonly DraftLine[]): readonly DraftLine[] => lines.filter((line) => !isBlank(line));

/** One empty line always stands at the end. */
export function withBlank(lines: readonly DraftLine[], newKey: () => string): readonly DraftLine[] {
  const last = lines.at(-1);
  return last && isBlank(last) ? lines : [...lines, blankLine(newKey())];
}

/** What a line comes to, as the order will have it; undefined while it is no amount yet. */
export function amountOf({ quantity, unitPrice, discountPercent }: DraftLine, currency: string) {
  const amount = lineAmount({ quantity, unitPrice, discountPercent: discountPercent || '0' }, currency);
  return isRefused(amount) ? undefined : amount;
}

/** What the order comes to: the sum of its lines to the cent; undefined while one of them is no amount yet. */
export function totalOf(lines: readonly DraftLine[], currency: string) {
  const amounts = meantLines(lines).map((line) => amountOf(line, currency));
  const known = amounts.filter((amount) => amount !== undefined);
  if (known.length < amounts.length || known.length === 0) return undefined;
  const total = sum(known, currency);
  return isRefused(total) ? undefined : total;
}
