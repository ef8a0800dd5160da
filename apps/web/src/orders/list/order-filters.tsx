import { DateField, SelectField } from '#design';
import { OrderLinesOfBusinessDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import styles from '../orders.module.css';
import { orderChannelChoices } from '../words/order-words.ts';
import type { OrdersSearch } from './orders-search.ts';

interface OrderFiltersProps {
  readonly search: OrdersSearch;
  readonly onSearch: (next: OrdersSearch) => void;
}

export function OrderFilters({ search, onSearch }: OrderFiltersProps) {
  const { data } = useQuery(OrderLinesOfBusinessDocument, { fetchPolicy: 'cache-first' });
  const set = (next: OrdersSearch) => onSearch(Object.fromEntries(Object.entries({ ...search, ...next }).filter(([, value]) => value)));
  const lines = data?.businessLines ?? [];
  return (
    <>
      <SelectField size="xs" w={150} className={styles.filter} clearable aria-label={m.orders_channel()} placeholder={m.orders_channel()} value={search.channel || null} data={orderChannelChoices()} onChange={(channel) => set({ channel: channel ?? undefined })} />
      {lines.length > 1 && <SelectField size="xs" w={160} className={styles.filter} clearable aria-label={m.orders_line()} placeholder={m.orders_line()} value={search.line || null} data={lines.map(({ id, name }) => ({ value: id, label: name }))} onChange={(line) => set({ line: line ?? undefined })} />}
      <DateField size="xs" w={130} className={styles.filter} aria-label={m.orders_from()} placeholder={m.orders_from()} value={search.from ?? ''} onChange={(from) => set({ from })} />
      <DateField size="xs" w={130} className={styles.filter} aria-label={m.orders_until()} placeholder={m.orders_until()} value={search.until ?? ''} onChange={(until) => set({ until })} />
      {Object.values(search).some(Boolean) && <Button variant="subtle" color="gray" className={styles.filter} onClick={() => onSearch({})}>{m.orders_clear()}</Button>}
    </>
  );
}
