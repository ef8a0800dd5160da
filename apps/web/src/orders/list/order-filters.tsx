import { DateField, SelectField } from '#design';
import { OrderLinesOfBusinessDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { OrderStanding } from '@orbita/domain/orders';
import { useState } from 'react';
import styles from '../orders.module.css';
import { orderChannelChoices, orderStandingChoices } from '../words/order-words.ts';
import type { OrdersSearch } from './orders-search.ts';

interface OrderFiltersProps {
  readonly search: OrdersSearch;
  readonly onSearch: (next: OrdersSearch) => void;
  /** Where something is narrowed. */
  readonly onClear: (() => void) | undefined;
}

/** Beside a rule only those that are set: it says what the others could, and the line has an end. */
export function OrderFilters({ search, onSearch, onClear }: OrderFiltersProps) {
  const { data } = useQuery(OrderLinesOfBusinessDocument, { fetchPolicy: 'cache-first' });
  const set = (next: OrdersSearch) => onSearch(Object.fromEntries(Object.entries({ ...search, ...next }).filter(([, value]) => value)));
  const lines = data?.businessLines ?? [];
  const offers = (value: unknown): boolean => search.rule === undefined || Boolean(value);
  return (
    <>
      {offers(search.channel) && <SelectField size="xs" w={150} className={styles.filter} clearable aria-label={m.orders_channel()} placeholder={m.orders_channel()} value={search.channel || null} data={orderChannelChoices()} onChange={(channel) => set({ channel: channel ?? undefined })} />}
      {offers(search.standing) && <SelectField size="xs" w={130} className={styles.filter} clearable aria-label={m.orders_state()} placeholder={m.orders_state()} value={search.standing ?? null} data={orderStandingChoices()} onChange={(standing) => set({ standing: (standing ?? undefined) as OrderStanding | undefined })} />}
      {lines.length > 1 && offers(search.line) && <SelectField size="xs" w={160} className={styles.filter} clearable aria-label={m.orders_line()} placeholder={m.orders_line()} value={search.line || null} data={lines.map(({ id, name }) => ({ value: id, label: name }))} onChange={(line) => set({ line: line ?? undefined })} />}
      <DayFilter offered={offers(search.from)} label={m.orders_from()} value={search.from ?? ''} onChange={(from) => set({ from })} />
      <DayFilter offered={offers(search.until)} label={m.orders_until()} value={search.until ?? ''} onChange={(until) => set({ until })} />
      {onClear && <Button variant="subtle" color="gray" className={styles.filter} onClick={onClear}>{m.orders_clear()}</Button>}
    </>
  );
}

interface DayFilterProps {
  readonly offered: boolean;
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** Half a day narrows by none; the field stays under whoever types it. */
function DayFilter({ offered, label, value, onChange }: DayFilterProps) {
  const [typed, setTyped] = useState('');
  if (!offered && typed === '') return null;
  const change = (day: string, said: string) => {
    setTyped(said);
    onChange(day);
  };
  return <DateField size="xs" w={130} className={styles.filter} aria-label={label} placeholder={label} value={value} onChange={change} />;
}
