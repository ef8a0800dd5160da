import { DateText, Money, type TableColumn } from '#design';
import type { OrdersQuery } from '#operations';
import { m } from '#words';
import { Link } from '@tanstack/react-router';
import styles from '../orders.module.css';
import { OrderState } from '../words/order-state.tsx';
import { orderChannelWord } from '../words/order-words.ts';

export type ListedOrder = OrdersQuery['orders']['edges'][number]['node'];

/** Ids of what can be sorted are what the server calls it; amounts only for one who may read them. */
export const orderColumns = (amounts: boolean): readonly TableColumn<ListedOrder>[] => [
  { id: 'number', header: m.orders_number(), width: 90, sortable: true, cell: ({ id, number }) => <Link to="/orders/$id" params={{ id }} tabIndex={-1} className={styles.number}>{number}</Link> },
  { id: 'customer', header: m.orders_customer(), width: 220, grow: true, sortable: true, cell: ({ customer }) => <span className={styles.cut}>{customer.name}</span> },
  { id: 'placedAt', header: m.orders_date(), width: 110, sortable: true, wideOnly: true, cell: ({ placedAt }) => <DateText value={placedAt} /> },
  { id: 'state', header: m.orders_state(), width: 110, wideOnly: true, cell: (order) => <OrderState order={order} /> },
  { id: 'channel', header: m.orders_channel(), width: 130, wideOnly: true, cell: ({ channel }) => channel && orderChannelWord(channel) },
  { id: 'line', header: m.orders_line(), width: 150, wideOnly: true, cell: ({ line }) => line.name },
  { id: 'deliveredAt', header: m.orders_delivered(), width: 110, sortable: true, wideOnly: true, cell: ({ deliveredAt }) => deliveredAt && <DateText value={deliveredAt} /> },
  { id: 'settledAt', header: m.orders_settled(), width: 110, sortable: true, wideOnly: true, cell: ({ settledAt }) => settledAt && <DateText value={settledAt} /> },
  { id: 'contractEndsAt', header: m.orders_contract(), width: 120, sortable: true, wideOnly: true, cell: ({ contractEndsAt }) => contractEndsAt && <DateText value={contractEndsAt} /> },
  { id: 'amount', header: m.orders_amount(), width: 100, sortable: amounts, align: 'end', cell: ({ amount, effective }) => amount && <span className={effective ? undefined : styles.void}><Money {...amount} /></span> },
];
