import type { BoardQuery, OpportunityCardFragment } from '#operations';
import { minorDigits } from '@orbita/domain/money';

export type Card = OpportunityCardFragment;
type Money = { readonly amount: string; readonly currency: string } | null;

/** A column as it is shown: its first cards, and counts and sums over everything that matches. */
export interface Column {
  readonly stage: string;
  readonly count: number;
  readonly amount: Money;
  readonly weighted: Money;
  readonly cards: readonly Card[];
  /** From where more cards are read; null when all are here. */
  readonly next: string | null;
}

type Loaded = NonNullable<BoardQuery['opportunityBoard']>['columns'];

/** What is heard of cards that others change: also of those that are not read again, being further down. */
export type Heard = ReadonlyMap<string, Pick<Card, 'stage' | 'status' | 'version'>>;

/** The columns as just read; what was loaded further down before stays below them, but for what is heard to have left. */
export function columnsOf(loaded: Loaded, before: readonly Column[] = [], heard: Heard = new Map()): readonly Column[] {
  const fresh = new Set(loaded.flatMap(({ cards }) => cards.edges.map(({ node }) => node.id)));
  return loaded.map(({ stage, count, amount, weightedAmount, cards }) => {
    const top = cards.edges.map(({ node }) => node);
    const old = before.find((column) => column.stage === stage);
    const at = old?.cards.findIndex(({ id }) => id === top.at(-1)?.id) ?? -1;
    const rest = old && cards.pageInfo.hasNextPage && at >= 0 ? old.cards.slice(at + 1).filter(({ id }) => !fresh.has(id) && staysIn(stage, heard.get(id))) : [];
    const next = rest.length > 0 ? old?.next ?? null : cards.pageInfo.hasNextPage ? cards.pageInfo.endCursor : null;
    return { stage, count, amount, weighted: weightedAmount, cards: [...top, ...rest], next };
  });
}

const staysIn = (stage: string, now: Pick<Card, 'stage' | 'status'> | undefined): boolean => now === undefined || now.status === 'OPEN' && now.stage === stage;

/** The cards that stand otherwise than they are shown. */
export const outdated = (columns: readonly Column[], heard: Heard): readonly string[] => columns.flatMap(({ cards }) =>
  cards.filter(({ id, version }) => (heard.get(id)?.version ?? 0) > version).map(({ id }) => id));

export interface Place {
  readonly stage: string;
  readonly index: number;
}

export function placeOf(columns: readonly Column[], id: string): Place | undefined {
  for (const { stage, cards } of columns) {
    const index = cards.findIndex((card) => card.id === id);
    if (index >= 0) return { stage, index };
  }
  return undefined;
}

/** The board after a card was put elsewhere; counts and sums follow at once. `index` counts without the card itself. */
export function moved(columns: readonly Column[], id: string, to: Place, probabilities: ReadonlyMap<string, number>): readonly Column[] {
  const from = placeOf(columns, id);
  const card = from && columns.find(({ stage }) => stage === from.stage)?.cards[from.index];
  if (!from || !card) return columns;
  return columns.map((column) => {
    const leaves = column.stage === from.stage;
    const comes = column.stage === to.stage;
    if (!leaves && !comes) return column;
    const without = leaves ? column.cards.filter((each) => each.id !== id) : column.cards;
    const cards = comes ? without.toSpliced(to.index, 0, { ...card, stage: to.stage }) : without;
    if (leaves && comes) return { ...column, cards };
    const sign = comes ? 1 : -1;
    const percent = probabilities.get(column.stage) ?? 0;
    return {
      ...column, cards, count: column.count + sign, amount: plus(column.amount, card.companyAmount, sign, 100), weighted: plus(column.weighted, card.companyAmount, sign, percent),
    };
  });
}

/** The cards with what the server says of one of them. */
export const renewed = (columns: readonly Column[], card: Card): readonly Column[] => columns.map((column) =>
  (column.cards.some(({ id }) => id === card.id) ? { ...column, cards: column.cards.map((each) => (each.id === card.id ? card : each)) } : column));

function plus(sum: Money, part: Money, sign: 1 | -1, percent: number): Money {
  if (!sum || !part) return sum;
  const digits = minorDigits(sum.currency);
  const share = (minor(part.amount, digits) * BigInt(percent) + 50n) / 100n;
  return { ...sum, amount: written(minor(sum.amount, digits) + BigInt(sign) * share, digits) };
}

function minor(text: string, digits: number): bigint {
  const [whole = '0', cents = ''] = text.split('.');
  return BigInt(whole + cents.padEnd(digits, '0').slice(0, digits));
}

function written(amount: bigint, digits: number): string {
  const text = String(amount < 0n ? -amount : amount).padStart(digits + 1, '0');
  const number = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return amount < 0n ? `-${number}` : number;
}
