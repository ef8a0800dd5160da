import { EmptyState, ErrorState, Monogram, PageHeader, SkeletonRows } from '#design';
import { OrderDetailsDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { useMediaQuery } from '@mantine/hooks';
import { IconReceiptOff } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { OrderActs } from '../acts/order-acts.tsx';
import styles from '../orders.module.css';
import { OrderSheet } from './order-sheet.tsx';

/** One order on a page of its own: to be pointed at, and to be worked on. */
export function OrderPage({ id }: { readonly id: string }) {
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width: 760px)') ?? false;
  const { data, error, refetch } = useQuery(OrderDetailsDocument, { variables: { id } });
  const order = data?.order;
  if (!order) {
    return (
      <>
        <PageHeader title={m.orders_order()} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : data
          ? <EmptyState icon={IconReceiptOff} text={m.orders_gone()} action={{ label: m.orders_to_list(), keys: 'g o', onAct: () => void navigate({ to: '/orders' }) }} />
          : <SkeletonRows rows={10} />}
      </>
    );
  }
  const { customer } = order;
  const acts = <OrderActs order={order} primaryFirst={narrow} />;
  return (
    <>
      <PageHeader title={m.orders_title({ number: order.number })} actions={narrow ? undefined : acts} toolbar={narrow ? acts : undefined} />
      <div className={styles.page}>
        <section className={styles.paper} aria-label={m.orders_order()}>
          <OrderSheet order={order} customer={<Link to="/customers/$id" params={{ id: customer.id }} className={styles.customer}><Monogram name={customer.name} size={16} /> {customer.name}</Link>} />
        </section>
      </div>
    </>
  );
}
