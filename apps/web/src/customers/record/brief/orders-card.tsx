import { useMe } from '#access';
import { OrdersTable } from '#orders';
import { m } from '#words';
import { ActionIcon, Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import styles from '../record.module.css';
import type { Record } from '../use-record.ts';

const few = 6;

/** The last orders; more of them on the spot. */
export function OrdersCard({ customer, onOpenOrder, onNewOrder }: { readonly customer: Record; readonly onOpenOrder: (id: string) => void; readonly onNewOrder: (() => void) | undefined }) {
  const { role } = useMe();
  const [all, setAll] = useState(false);
  const orders = customer.orders.edges.map(({ node }) => node);
  if (scopeOf(role, 'order', 'read') === 'none') return null;
  return (
    <section className={styles.card} aria-label={m.customers_orders()}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{m.customers_orders()} <span className={styles.count}>{customer.orders.totalCount}</span></h2>
        {onNewOrder && <ActionIcon size={24} aria-label={m.orders_new()} onClick={onNewOrder}><IconPlus size={14} /></ActionIcon>}
      </div>
      {orders.length === 0 ? <p className={styles.none}>{m.customers_no_orders()}</p> : <OrdersTable orders={all ? orders : orders.slice(0, few)} onOpen={onOpenOrder} />}
      {orders.length > few && !all && <Button variant="subtle" color="gray" fullWidth onClick={() => setAll(true)}>{m.customers_more_orders({ count: orders.length })}</Button>}
    </section>
  );
}
