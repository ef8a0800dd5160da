import { Chip, Money } from '#design';
import type { OrderWholeFragment } from '#operations';
import { m } from '#words';
import styles from '../orders.module.css';
import { Quantity } from '../words/quantity.tsx';

/** What was sold; prices only where they may be read. */
export function OrderLines({ order }: { readonly order: OrderWholeFragment }) {
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
      {order.amount && (
        <tfoot><tr><th scope="row" colSpan={3}>{m.orders_total()}</th><td className={styles.end}><Money {...order.amount} /></td></tr></tfoot>
      )}
    </table>
  );
}
