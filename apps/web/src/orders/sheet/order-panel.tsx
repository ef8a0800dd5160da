import { ErrorState, SidePanel, SkeletonRows } from '#design';
import { OrderDetailsDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { OrderActs } from '../acts/order-acts.tsx';
import styles from '../orders.module.css';
import { OrderSheet } from './order-sheet.tsx';

/** One order with its lines and what came back, beside the page that one looks at. */
export function OrderPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { data, error, refetch } = useQuery(OrderDetailsDocument, { variables: { id } });
  const order = data?.order;
  return (
    <SidePanel
      title={order ? m.orders_title({ number: order.number }) : m.orders_order()} onClose={onClose} size="large"
      footer={order && (
        <>
          <Link to="/orders/$id" params={{ id }} className={styles.start}>{m.orders_open_page()}</Link>
          <OrderActs order={order} />
        </>
      )}
    >
      {error && !order ? <ErrorState error={error} onRetry={() => void refetch()} /> : order ? <OrderSheet order={order} /> : data ? <p>{m.orders_gone()}</p> : <SkeletonRows rows={8} />}
    </SidePanel>
  );
}
