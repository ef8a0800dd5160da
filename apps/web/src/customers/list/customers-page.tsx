import { useMe } from '#access';
import { usePagedConnection } from '#api-client';
import { BulkBar, useSelection } from '#bulk';
import { ownColumns, useCustomFields } from '#custom-fields';
import { EmptyState, ErrorState, everyRow, KeyHint, NumberText, PageHeader, SearchBox, SkeletonRows, useFetchedSoon, useFormatting, useStoredColumns, VirtualTable } from '#design';
import { ExportMenu } from '#exports';
import { ImportLink } from '#import-link';
import { useChosenModel } from '#lifecycle';
import { readRule } from '#rules';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import type { Rule } from '@orbita/domain/rules';
import { IconPlus, IconSearchOff, IconTrash, IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { CustomersDocument, type CustomersQuery, type CustomFieldDetailsFragment } from '#operations';
import { type RuleEditor, RuleFilters } from '../filter/rule-filters.tsx';
import { customerColumns, type ListedCustomer } from './customer-columns.tsx';
import type { CustomersSearch } from './customers-search.ts';
import styles from './list.module.css';
import { restoreColumn } from './restore-cell.tsx';
import { mostOwnColumns, ViewMenu } from './view-menu.tsx';

const loadDialog = () => import('../create/create-customer-dialog.tsx');
const CreateCustomerDialog = lazy(async () => ({ default: (await loadDialog()).CreateCustomerDialog }));

export interface CustomersPageProps {
  readonly search: CustomersSearch;
  readonly onSearch: (next: CustomersSearch) => void;
  /** The full editor of rules, where there is one. */
  readonly ruleEditor?: RuleEditor | undefined;
  /** Saved views, beside the title. */
  readonly views?: ReactNode;
}

const ofCustomers = ['ASSIGN', 'TAG', 'EDIT', 'DELETE'] as const;
const ofDeleted = ['RESTORE'] as const;
const pageOf = ({ customers }: CustomersQuery) => ({ rows: customers.edges.map(({ node }) => node), total: customers.totalCount });
const stored = { key: 'orbita-customer-columns', usual: ['kind', 'city', 'country'], seldom: ['dataQuality'] };
const idOf = ({ id }: ListedCustomer) => id;
const nameOf = ({ name }: ListedCustomer) => name;

/** Every customer one may see: a hundred thousand scroll like a hundred. */
export function CustomersPage({ search, onSearch, ruleEditor, views }: CustomersPageProps) {
  const navigate = useNavigate();
  const { role } = useMe();
  const { language } = useFormatting();
  const [creating, setCreating] = useState(false);
  useFetchedSoon(loadDialog);
  const fields = useCustomFields('CUSTOMER');
  const { hidden, toggle } = useStoredColumns(stored, fields.map(({ name }) => `custom.${name}`));
  const sorted = sortOf(search, fields);
  const rule = useMemo(() => readRule(search.rule, 'customer'), [search.rule]);
  const [chosen] = useChosenModel();
  const stage = { model: chosen ?? 'operational', withStage: !hidden.includes('stage') };
  const custom = fields.map(({ name }) => name).filter((name) => !hidden.includes(`custom.${name}`)).slice(0, mostOwnColumns);
  const variables = { ...variablesOf(sorted, rule), ...stage, custom, withCustom: custom.length > 0 };
  const source = usePagedConnection({ document: CustomersDocument, variables, field: 'customers', pageOf });
  const { refetch } = source;
  const targets = targetsOf(search, rule);
  const { ids: selected, everything, select, meanEverything, clear: unselect } = useSelection(targets);
  const columns = useMemo(
    () => [...customerColumns(language), ...ownColumns<ListedCustomer>(fields), ...(search.deleted ? [restoreColumn(refetch)] : [])],
    [language, fields, search.deleted, refetch],
  );
  const mayCreate = scopeOf(role, 'customer', 'create') !== 'none';
  const mayRestore = role === 'administrator' || role === 'manager';
  const create = () => setCreating(true);
  useShortcut({ keys: 'n', label: m.customers_new(), group: 'page', opens: true, run: create }, mayCreate);
  useShortcut({ keys: 'escape', label: m.customers_unselect(), group: 'list', run: unselect }, selected.size > 0);
  const onText = useCallback((q: string) => onSearch({ ...search, q: q || undefined }), [onSearch, search]);
  const narrowed = Boolean(search.q || rule || search.segment || search.deleted);
  const action = mayCreate ? { action: { label: m.customers_new(), keys: 'n', onAct: create } } : {};
  const empty = narrowed
    ? <EmptyState icon={search.deleted ? IconTrash : IconSearchOff} text={search.deleted ? m.customers_none_deleted() : m.customers_no_results()} action={{ label: m.customers_clear_filters(), onAct: () => onSearch({ sort: search.sort, desc: search.desc }) }} />
    : <EmptyState icon={IconUsers} text={m.customers_empty()} {...action} />;
  return (
    <>
      <PageHeader
        title={m.shell_nav_customers()}
        beside={<>{!source.loading && <span className={styles.count}><NumberText value={source.total} /><span className="visually-hidden"> {m.customers_count()}</span></span>}{views}</>}
        actions={mayCreate && <Button leftSection={<IconPlus size={14} />} rightSection={<KeyHint keys="n" onAccent />} onClick={create}>{m.customers_new()}</Button>}
        toolbar={(
          <>
            <SearchBox label={m.customers_search()} value={search.q ?? ''} onSearch={onText} />
            <RuleFilters rule={rule} editor={ruleEditor} onChange={(next) => onSearch({ ...search, rule: next })} />
            <div className={styles.tools}>
              <ExportMenu list="customers" variables={variablesOf(search, rule)} />
              <ImportLink room="customers" />
              <ViewMenu
                columns={columns} hidden={hidden} onToggle={toggle} bulk={scopeOf(role, 'bulkChange', 'read') !== 'none'}
                deleted={mayRestore ? { on: search.deleted ?? false, onToggle: () => onSearch({ ...search, deleted: search.deleted ? undefined : true }) } : undefined}
              />
            </div>
          </>
        )}
      />
      {source.failed ? <ErrorState error={source.error} onRetry={source.refetch} /> : source.loading ? <SkeletonRows rows={16} /> : (
        <VirtualTable
          {...source} label={m.shell_nav_customers()} columns={columns} idOf={idOf} nameOf={nameOf} hidden={hidden} empty={empty}
          sort={{ column: sorted.sort ?? (search.q ? 'revenueTotal' : 'name'), descending: search.desc ?? false }}
          onSort={({ column, descending }) => onSearch({ ...search, sort: column, desc: descending || undefined })}
          selection={{ ids: everything ? everyRow : selected, onChange: select }}
          onOpen={({ id }) => void navigate({ to: '/customers/$id', params: { id } })}
        />
      )}
      {selected.size > 0 && (
        <BulkBar
          subject="CUSTOMER" selected={selected} matching={source.total} everything={everything} filter={targets}
          onEverything={meanEverything} onClear={unselect} verbs={search.deleted ? ofDeleted : ofCustomers}
        />
      )}
      <Suspense>{creating && <CreateCustomerDialog onClose={() => setCreating(false)} />}</Suspense>
    </>
  );
}

/** An old address may be sorted by a field that is no more. */
function sortOf({ sort, ...search }: CustomersSearch, fields: readonly CustomFieldDetailsFragment[]): CustomersSearch {
  const isThere = !sort?.startsWith('custom.') || fields.some(({ name, sortable }) => sortable && sort === `custom.${name}`);
  return isThere ? { ...search, sort } : search;
}

/** Whom the list names, as a change of all of them is asked for. */
const targetsOf = ({ q, segment, deleted }: CustomersSearch, rule: Rule | undefined) => ({ rule, search: q || undefined, segmentId: segment || undefined, deleted: deleted || undefined });

const variablesOf = ({ q, segment, sort, desc, deleted }: CustomersSearch, rule: Rule | undefined) => ({
  ...targetsOf({ q, segment, deleted }, rule),
  orderBy: sort ? { by: sort, descending: desc ?? false } : undefined,
});
