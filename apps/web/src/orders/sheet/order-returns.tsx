import { DateText, Money } from '#design';
import type { OrderWholeFragment } from '#operations';
import { m } from '#words';
import styles from '../orders.module.css';
import { Quantity } from '../words/quantity.tsx';

export function OrderReturns({ order }: { readonly order: OrderWholeFragment }) {
  return (
    <table className={styles.table}>
      <thead><tr><th scope="col">{m.orders_product()}</th><th scope="col">{m.orders_date()}</th><th scope="col" className={styles.end}>{m.orders_quantity()}</th><th scope="col" className={styles.end}>{m.orders_credited()}</th></tr></thead>
      <tbody>
        {order.returns.map((back) => (
          <tr key={back.id}>
            <th scope="row">{back.product?.name ?? back.description}{back.reference !== order.number && <span className={styles.quiet}> {back.reference}</span>}</th><td><DateText value={back.returnedAt} /></td>
            <td className={styles.end}><Quantity value={back.quantity} /></td><td className={styles.end}>{back.amount && <Money {...back.amount} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
