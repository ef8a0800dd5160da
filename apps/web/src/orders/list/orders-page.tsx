import { usePagedConnection } from '#api-client';
import { DateField, EmptyState, ErrorState, NumberText, PageHeader, SearchBox, SelectField, SkeletonRows, useFormatting, VirtualTable } from '#design';
import { OrderLinesOfBusinessDocument, OrdersDocument, type OrdersQuery } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { addDays, startOfDay } from '@orbita/domain/calendar';
import { IconReceipt, IconSearchOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo } from 'react';
import styles from '../orders.module.css';
import { orderChannelChoices } from '../words/order-words.ts';
import { type ListedOrder, orderColumns } from './order-columns.tsx';
import type { OrdersSearch } from './orders-search.ts';

interface OrdersPageProps {
  readonly search: OrdersSearch;
  readonly onSearch: (next: OrdersSearch) => void;
  /** Saved views, beside the title. */
  readonly views?: ReactNode;
}

const pageOf = ({ orders }: OrdersQuery) => ({ rows: orders.edges.map(({ node }) => node), total: orders.totalCount });
const idOf = ({ id }: ListedOrder) => id;
const nameOf = ({ number }: ListedOrder) => number;

/** Days as the company counts them; the last one whole. */
const variablesOf = ({ q, channel, line, from, until }: OrdersSearch, timeZone: string) => ({
  search: q || undefined, channel: channel || undefined, lineId: line || undefined,
  from: from ? new Date(startOfDay(from, timeZone)).toISOString() : undefined,
  until: until ? new Date(startOfDay(addDays(until, 1), timeZone)).toISOString() : undefined,
});

/** Everything that was sold, whatever the way, the latest first. */
export function OrdersPage({ search, onSearch, views }: OrdersPageProps) {
  const navigate = useNavigate();
  const { timeZone } = useFormatting();
  const source = usePagedConnection({ document: OrdersDocument, field: 'orders', pageOf, variables: variablesOf(search, timeZone) });
  const { data } = useQuery(OrderLinesOfBusinessDocument, { fetchPolicy: 'cache-first' });
  const columns = useMemo(orderColumns, []);
  const onText = useCallback((q: string) => onSearch({ ...search, q: q || undefined }), [onSearch, search]);
  const set = (next: OrdersSearch) => onSearch(Object.fromEntries(Object.entries({ ...search, ...next }).filter(([, value]) => value)));
  const narrowed = Object.values(search).some(Boolean);
  const lines = data?.businessLines ?? [];
  return (
    <>
      <PageHeader
        title={m.shell_nav_orders()}
        beside={<>{!source.loading && <span className={styles.quiet}><NumberText value={source.total} /></span>}{views}</>}
        toolbar={(
          <>
            <SearchBox label={m.orders_find()} value={search.q ?? ''} onSearch={onText} />
            <SelectField size="xs" w={150} className={styles.filter} clearable aria-label={m.orders_channel()} placeholder={m.orders_channel()} value={search.channel || null} data={orderChannelChoices()} onChange={(channel) => set({ channel: channel ?? undefined })} />
            {lines.length > 1 && <SelectField size="xs" w={160} className={styles.filter} clearable aria-label={m.orders_line()} placeholder={m.orders_line()} value={search.line || null} data={lines.map(({ id, name }) => ({ value: id, label: name }))} onChange={(line) => set({ line: line ?? undefined })} />}
            <DateField size="xs" w={130} className={styles.filter} aria-label={m.orders_from()} placeholder={m.orders_from()} value={search.from ?? ''} onChange={(from) => set({ from })} />
            <DateField size="xs" w={130} className={styles.filter} aria-label={m.orders_until()} placeholder={m.orders_until()} value={search.until ?? ''} onChange={(until) => set({ until })} />
            {narrowed && <Button variant="subtle" color="gray" className={styles.filter} onClick={() => onSearch({})}>{m.orders_clear()}</Button>}
          </>
        )}
      />
      {source.error !== undefined && source.total === 0 ? <ErrorState onRetry={source.refetch} /> : source.loading ? <SkeletonRows rows={16} /> : (
        <VirtualTable
          {...source} label={m.shell_nav_orders()} columns={columns} idOf={idOf} nameOf={nameOf} onOpen={({ id }) => void navigate({ to: '/orders/$id', params: { id } })}
          empty={narrowed
            ? <EmptyState icon={IconSearchOff} text={m.orders_no_results()} action={{ label: m.orders_clear(), onAct: () => onSearch({}) }} />
            : <EmptyState icon={IconReceipt} text={m.orders_empty()} action={{ label: m.orders_to_customers(), keys: 'g c', onAct: () => void navigate({ to: '/customers' }) }} />}
        />
      )}
    </>
  );
}
