import { useMe } from '#access';
import { usePagedConnection } from '#api-client';
import { ColumnsMenu, EmptyState, ErrorState, NumberText, PageHeader, SearchBox, SkeletonRows, useFormatting, useStoredColumns, VirtualTable } from '#design';
import { ExportMenu } from '#exports';
import { ImportLink } from '#import-link';
import { OrdersDocument, type OrdersQuery } from '#operations';
import { RuleChips, readRule } from '#rules';
import { m } from '#words';
import { mayReadMarked } from '@orbita/domain/access';
import { addDays, startOfDay } from '@orbita/domain/calendar';
import { IconReceipt, IconSearchOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useMemo } from 'react';
import styles from '../orders.module.css';
import { type ListedOrder, orderColumns } from './order-columns.tsx';
import { orderSorts, type OrdersSearch } from './orders-search.ts';

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
const stored = { key: 'orbita-order-columns', usual: ['deliveredAt', 'settledAt', 'contractEndsAt'] };

/** Days as the company counts them; the last one whole. */
const variablesOf = ({ q, channel, line, standing, from, until, rule }: OrdersSearch, timeZone: string) => ({
  rule: readRule(rule, 'order'),
  search: q || undefined, channel: channel || undefined, lineId: line || undefined, standing: standing || undefined,
  from: from ? new Date(startOfDay(from, timeZone)).toISOString() : undefined,
  until: until ? new Date(startOfDay(addDays(until, 1), timeZone)).toISOString() : undefined,
});

const sortOf = ({ sort, desc = false }: OrdersSearch) => (sort ? { by: sort, descending: desc } : { by: 'placedAt', descending: true } as const);

/** Everything that was sold, whatever the way, the latest first. */
export function OrdersPage({ search, onSearch, views }: OrdersPageProps) {
  const navigate = useNavigate();
  const { timeZone } = useFormatting();
  const amounts = mayReadMarked(useMe().role, 'revenue');
  const { hidden, toggle } = useStoredColumns(stored, []);
  const { by, descending } = sortOf(search);
  const narrowedBy = useMemo(() => variablesOf(search, timeZone), [search, timeZone]);
  const asked = { ...narrowedBy, orderBy: { by, descending } };
  const source = usePagedConnection({ document: OrdersDocument, field: 'orders', pageOf, variables: asked });
  const columns = useMemo(() => orderColumns(amounts), [amounts]);
  const onText = useCallback((q: string) => onSearch({ ...search, q: q || undefined }), [onSearch, search]);
  const narrowed = Object.values(narrowedBy).some((value) => value !== undefined);
  const clear = () => onSearch({ sort: search.sort, desc: search.desc });
  return (
    <>
      <PageHeader
        title={m.shell_nav_orders()}
        beside={<>{!source.loading && <span className={styles.quiet}><NumberText value={source.total} /></span>}{views}</>}
        toolbar={(
          <>
            <SearchBox label={m.orders_find()} value={search.q ?? ''} onSearch={onText} />
            <RuleChips rule={narrowedBy.rule} about="order" onChange={(rule) => onSearch({ ...search, rule })} />
            <Suspense><OrderFilters search={search} onSearch={onSearch} onClear={narrowed ? clear : undefined} /></Suspense>
            <ExportMenu list="orders" variables={asked} />
            <ImportLink room="orders" />
            <ColumnsMenu columns={columns.filter(({ id }) => id !== 'number')} hidden={hidden} onToggle={toggle} mostOwn={0} />
          </>
        )}
      />
      {source.failed ? <ErrorState error={source.error} onRetry={source.refetch} /> : source.loading ? <SkeletonRows rows={16} /> : (
        <VirtualTable
          {...source} label={m.shell_nav_orders()} columns={columns} idOf={idOf} nameOf={nameOf} hidden={hidden}
          sort={{ column: by, descending }}
          onSort={({ column, descending: desc }) => onSearch({ ...search, sort: orderSorts.find((each) => each === column), desc: desc || undefined })}
          onOpen={({ id }) => void navigate({ to: '/orders/$id', params: { id } })}
          empty={narrowed
            ? <EmptyState icon={IconSearchOff} text={m.orders_no_results()} action={{ label: m.orders_clear(), onAct: clear }} />
            : <EmptyState icon={IconReceipt} text={m.orders_empty()} action={{ label: m.orders_to_customers(), keys: 'g c', onAct: () => void navigate({ to: '/customers' }) }} />}
        />
      )}
    </>
  );
}
