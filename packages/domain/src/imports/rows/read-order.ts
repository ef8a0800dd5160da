import type { Instant } from '#calendar';
import { fitsDigits, lineAmount, readDecimal, roundDecimal } from '#money';
import { digitsOfLine, type OrderChannel } from '#orders';
import { isRefused, refuse } from '#refusal';
import type { BoundFields, RowProblem } from '../cells/index.ts';
import { instantOf, textOf } from './values.ts';

/** What a row says about an order as a whole. */
export interface ImportedOrder {
  readonly number: string;
  /** The customer's id in the system that the file comes from. */
  readonly customer: string;
  readonly placedAt: Instant;
  readonly currency: string;
  readonly channel: OrderChannel | null;
  readonly businessLine: string | null;
  readonly deliveredAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly cancelledAt: Instant | null;
  readonly contractEndsAt: Instant | null;
}

/** What a row says about a line; quantities of returns are positive. Decimal texts. */
export interface ImportedLine {
  readonly product: string | null;
  readonly description: string | null;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly listPrice: string | null;
  readonly discountPercent: string;
  readonly returned: boolean;
  /** The number of the order that goods come back from, where the file knows it. */
  readonly returnOf: string | null;
}

/** Reads the order's fields; null when a cell is wrong, which is told in `problems`. */
export function readOrder(fields: BoundFields, cells: readonly string[], problems: RowProblem[]): ImportedOrder | null {
  const before = problems.length;
  const values = fields.read(cells, problems);
  if (problems.length > before) return null;
  return {
    number: textOf(values, 'number') ?? '', customer: textOf(values, 'customer') ?? '',
    placedAt: instantOf(values, 'placedAt') ?? 0, currency: textOf(values, 'currency') ?? '',
    channel: textOf(values, 'channel') as OrderChannel | null, businessLine: textOf(values, 'businessLine'),
    deliveredAt: instantOf(values, 'deliveredAt'), settledAt: instantOf(values, 'settledAt'),
    cancelledAt: instantOf(values, 'cancelledAt'), contractEndsAt: instantOf(values, 'contractEndsAt'),
  };
}

/**
 * Reads the line's fields; null when a cell is wrong. A line that sells has a positive quantity, a return any but zero;
 * no price is negative, because a sum that hides a correction is no price.
 */
export function readLine(fields: BoundFields, cells: readonly string[], returned: boolean, problems: RowProblem[]): ImportedLine | null {
  const before = problems.length;
  const values = fields.read(cells, problems);
  const quantity = textOf(values, 'quantity') ?? '0';
  const unitPrice = textOf(values, 'unitPrice') ?? '0';
  if (problems.length > before) return null;
  // What a file worked out from two prices has no end; the amount is that of what is kept.
  const discountPercent = roundDecimal(textOf(values, 'discountPercent') ?? '0', digitsOfLine.discountPercent.fraction);
  const listPrice = textOf(values, 'listPrice');
  const units = readDecimal(quantity)?.units ?? 0n;
  const wrong = (field: string, minimum: string, maximum: string) => problems.push({ column: fields.columnOf(field), refusal: refuse('OUT_OF_RANGE', { details: { minimum, maximum } }) });
  if (units === 0n || (units < 0n && !returned) || !fitsDigits(quantity, digitsOfLine.quantity)) wrong('quantity', '0.0001', '99999999999999');
  if ((readDecimal(unitPrice)?.units ?? 0n) < 0n || !fitsDigits(unitPrice, digitsOfLine.unitPrice)) wrong('unitPrice', '0', '999999999999');
  if (listPrice !== null && !fitsDigits(listPrice, digitsOfLine.listPrice)) wrong('listPrice', '0', '999999999999');
  const amount = lineAmount({ quantity, unitPrice, discountPercent }, 'EUR');
  if (problems.length === before && isRefused(amount)) problems.push({ column: fields.columnOf(amount.field ?? 'quantity'), refusal: amount });
  if (problems.length > before) return null;
  return {
    product: textOf(values, 'product'), description: textOf(values, 'description'), quantity: quantity.replace(/^-/, ''), unitPrice,
    listPrice, discountPercent, returned, returnOf: textOf(values, 'returnOf'),
  };
}
