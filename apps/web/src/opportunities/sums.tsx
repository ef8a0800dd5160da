import { Money, numberFormat, useFormatting } from '#design';
import { m } from '#words';
import type { Column } from './board/board-state.ts';
import styles from './opportunities.module.css';

interface SumsProps {
  readonly count: number;
  /** Closed ones too; else they are all open. */
  readonly listed?: boolean;
  /** In the company's currency; null to one who may not read amounts. */
  readonly amount: string | null;
  readonly weighted: string | null;
}

/** How many, how much, and how much of it is to be expected: over everything that matches. */
export function Sums({ count, listed = false, amount, weighted }: SumsProps) {
  const { currency, language } = useFormatting();
  const number = numberFormat(language).format(count);
  return (
    <div className={styles.sums} role="group" aria-label={m.opportunities_total()}>
      <span>{listed ? m.opportunities_listed({ number }) : m.opportunities_open_ones({ count, number })}</span>
      {amount !== null && <b title={m.opportunities_amount()} data-amount={amount}><Money amount={amount} currency={currency} compact /></b>}
      {weighted !== null && <span><Money amount={weighted} currency={currency} compact /> {m.opportunities_weighted_short()}</span>}
    </div>
  );
}

/** What the columns of a board come to together. */
export function openSums(columns: readonly Column[]): Pick<SumsProps, 'count' | 'amount' | 'weighted'> {
  const sum = (of: 'amount' | 'weighted') => (columns.some((column) => column[of] === null) ? null : String(columns.reduce((total, column) => total + Number(column[of]?.amount ?? 0), 0)));
  return { count: columns.reduce((total, { count }) => total + count, 0), amount: sum('amount'), weighted: sum('weighted') };
}
