import { usePagedConnection } from '#api-client';
import { EmptyState, ErrorState, NumberText, PageHeader, SearchBox, SkeletonRows, useFormatting, VirtualTable } from '#design';
import { ExportMenu } from '#exports';
import { ImportLink } from '#import-link';
import { OrdersDocument, type OrdersQuery } from '#operations';
import { m } from '#words';
import { addDays, startOfDay } from '@orbita/domain/calendar';
import { IconReceipt, IconSearchOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useMemo } from 'react';
import styles from '../orders.module.css';
import { type ListedOrder, orderColumns } from './order-columns.tsx';
import type { OrdersSearch } from './orders-search.ts';

const OrderFilters = lazy(async () => ({ default: (await import('./order-filters.tsx')).OrderFilters }));

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
  const columns = useMemo(orderColumns, []);
  const onText = useCallback((q: string) => onSearch({ ...search, q: q || undefined }), [onSearch, search]);
  const narrowed = Object.values(search).some(Boolean);
  return (
    <>
      <PageHeader
        title={m.shell_nav_orders()}
        beside={<>{!source.loading && <span className={styles.quiet}><NumberText value={source.total} /></span>}{views}</>}
        toolbar={(
          <>
            <SearchBox label={m.orders_find()} value={search.q ?? ''} onSearch={onText} />
            <Suspense><OrderFilters search={search} onSearch={onSearch} /></Suspense>
            <ExportMenu list="orders" variables={variablesOf(search, timeZone)} />
            <ImportLink room="orders" />
          </>
        )}
      />
      {source.error !== undefined && source.total === 0 ? <ErrorState error={source.error} onRetry={source.refetch} /> : source.loading ? <SkeletonRows rows={16} /> : (
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
