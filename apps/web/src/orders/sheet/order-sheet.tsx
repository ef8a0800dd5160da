import { DateText, Money } from '#design';
import type { OrderWholeFragment } from '#operations';
import { m } from '#words';
import type { ReactNode } from 'react';
import styles from '../orders.module.css';
import { OrderState } from '../words/order-state.tsx';
import { orderChannelWord } from '../words/order-words.ts';
import { OrderLines } from './order-lines.tsx';
import { OrderReturns } from './order-returns.tsx';

/** An order as one reads it: where it stands, what it is worth, what is in it, what came back. */
export function OrderSheet({ order, customer }: { readonly order: OrderWholeFragment; readonly customer?: ReactNode }) {
  const facts: readonly (readonly [string, ReactNode] | false)[] = [
    customer !== undefined && [m.orders_customer(), customer],
    [m.orders_date(), <DateText key="d" value={order.placedAt} style="moment" />], [m.orders_channel(), orderChannelWord(order.channel)], [m.orders_line(), order.line.name],
    order.deliveredAt !== null && [m.orders_delivered(), <DateText key="e" value={order.deliveredAt} />],
    order.settledAt !== null && [m.orders_settled(), <DateText key="s" value={order.settledAt} />],
    order.cancelledAt !== null && [m.orders_cancelled(), <DateText key="c" value={order.cancelledAt} />],
    order.contractEndsAt !== null && [m.orders_contract(), <DateText key="k" value={order.contractEndsAt} />],
    order.cost !== null && [m.orders_cost(), <Money key="m" {...order.cost} />],
    order.returned !== null && Number(order.returned.amount) > 0 && [m.orders_credited(), <Money key="r" {...order.returned} />],
  ];
  return (
    <div className={styles.sheet}>
      <div className={styles.sum}>
        <OrderState order={order} />
        {order.amount && <b className={styles.total}><Money {...order.amount} /></b>}
        {order.companyAmount && order.companyAmount.currency !== order.currency && <span className={styles.quiet}><Money {...order.companyAmount} /></span>}
      </div>
      <dl className={styles.facts}>{facts.map((fact) => fact && <div key={fact[0]}><dt>{fact[0]}</dt><dd>{fact[1]}</dd></div>)}</dl>
      <h2 className={styles.heading}>{m.orders_lines()}</h2>
      <OrderLines order={order} />
      {order.returns.length > 0 && (
        <>
          <h2 className={styles.heading}>{m.orders_returns()}</h2>
          <OrderReturns order={order} />
        </>
      )}
    </div>
  );
}
