import { DateText, Money } from '#design';
import type { OrderSummaryFragment } from '#operations';
import { m } from '#words';
import { OrderState } from '../words/order-state.tsx';
import styles from '../orders.module.css';

interface OrdersTableProps {
  readonly orders: readonly OrderSummaryFragment[];
  readonly onOpen: (id: string) => void;
}

/** The last orders; amounts only where they may be read. */
export function OrdersTable({ orders, onOpen }: OrdersTableProps) {
  const amounts = orders.some(({ amount }) => amount !== null);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{m.orders_number()}</th><th scope="col">{m.orders_date()}</th><th scope="col">{m.orders_state()}</th>
          {amounts && <th scope="col" className={styles.end}>{m.orders_amount()}</th>}
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.id} data-void={!order.effective || undefined}>
            <th scope="row"><button type="button" onClick={() => onOpen(order.id)}>{order.number}</button></th>
            <td><DateText value={order.placedAt} /></td>
            <td><OrderState order={order} /></td>
            {amounts && <td className={styles.end}>{order.amount && <Money {...order.amount} />}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
