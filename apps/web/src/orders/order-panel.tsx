import { Chip, DateText, ErrorState, Money, SidePanel, SkeletonRows } from '#design';
import { OrderDetailsDocument, type OrderDetailsQuery } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { OrderState } from './order-state.tsx';
import { orderChannelWord } from './order-words.ts';
import styles from './orders.module.css';
import { Quantity } from './quantity.tsx';

type Order = NonNullable<OrderDetailsQuery['order']>;

/** One order with its lines and what came back, beside the page that one looks at. */
export function OrderPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { data, error, refetch } = useQuery(OrderDetailsDocument, { variables: { id } });
  const order = data?.order;
  return (
    <SidePanel title={order ? m.orders_title({ number: order.number }) : m.orders_order()} onClose={onClose} size="large">
      {error && !order ? <ErrorState onRetry={() => void refetch()} /> : order ? <OrderSheet order={order} /> : data ? <p>{m.orders_gone()}</p> : <SkeletonRows rows={8} />}
    </SidePanel>
  );
}

function OrderSheet({ order }: { readonly order: Order }) {
  const facts = [
    [m.orders_date(), <DateText key="d" value={order.placedAt} style="moment" />], [m.orders_channel(), orderChannelWord(order.channel)], [m.orders_line(), order.line.name],
    order.deliveredAt && [m.orders_delivered(), <DateText key="e" value={order.deliveredAt} />], order.settledAt && [m.orders_settled(), <DateText key="s" value={order.settledAt} />],
    order.cancelledAt && [m.orders_cancelled(), <DateText key="c" value={order.cancelledAt} />], order.contractEndsAt && [m.orders_contract(), <DateText key="k" value={order.contractEndsAt} />],
  ].filter((each) => Array.isArray(each));
  return (
    <div className={styles.sheet}>
      <div className={styles.sum}>
        <OrderState order={order} />
        {order.amount && <b className={styles.total}><Money {...order.amount} /></b>}
      </div>
      <dl className={styles.facts}>{facts.map(([term, value]) => <div key={String(term)}><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
      <h3 className={styles.heading}>{m.orders_lines()}</h3>
      <Lines order={order} />
      {order.returns.length > 0 && (
        <>
          <h3 className={styles.heading}>{m.orders_returns()}</h3>
          <table className={styles.table}>
            <thead><tr><th scope="col">{m.orders_product()}</th><th scope="col">{m.orders_date()}</th><th scope="col" className={styles.end}>{m.orders_quantity()}</th><th scope="col" className={styles.end}>{m.orders_credited()}</th></tr></thead>
            <tbody>
              {order.returns.map((back) => (
                <tr key={back.id}>
                  <th scope="row">{back.product?.name ?? back.description}</th><td><DateText value={back.returnedAt} /></td>
                  <td className={styles.end}><Quantity value={back.quantity} /></td><td className={styles.end}>{back.amount && <Money {...back.amount} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

function Lines({ order }: { readonly order: Order }) {
  const amounts = order.amount !== null;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{m.orders_product()}</th><th scope="col" className={styles.end}>{m.orders_quantity()}</th>
          {amounts && <><th scope="col" className={styles.end}>{m.orders_price()}</th><th scope="col" className={styles.end}>{m.orders_amount()}</th></>}
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              {line.product?.name ?? line.description} {Number(line.discountPercent) > 0 && <Chip>−<Quantity value={line.discountPercent ?? '0'} /> %</Chip>}
            </th>
            <td className={styles.end}><Quantity value={line.quantity} /></td>
            {amounts && (
              <>
                <td className={styles.end}>{line.unitPrice && <Money amount={line.unitPrice} currency={order.currency} />}</td>
                <td className={styles.end}>{line.amount && <Money {...line.amount} />}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
