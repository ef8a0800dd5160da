import { useMe } from '#access';
import { usePagedConnection } from '#api-client';
import { EmptyState, ErrorState, KeyHint, NumberText, PageHeader, SearchBox, SkeletonRows, useFetchedSoon, VirtualTable } from '#design';
import { ExportMenu } from '#exports';
import { ImportLink } from '#import-link';
import { ProductCategoriesDocument, type ProductDetailsFragment, ProductsDocument, type ProductsQuery } from '#operations';
import { RuleChips, readRule } from '#rules';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { mayReadMarked, scopeOf } from '@orbita/domain/access';
import { factsReadBy } from '@orbita/domain/rules';
import { IconPackage, IconPlus, IconSearchOff, IconTags } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import styles from '../catalog.module.css';
import { productColumns } from './product-columns.tsx';
import { productSorts, type ProductsSearch } from './products-search.ts';

const CategoryFilter = lazy(async () => ({ default: (await import('./category-filter.tsx')).CategoryFilter }));
const loadPanel = () => import('../write/product-panel.tsx');
const ProductPanel = lazy(async () => ({ default: (await loadPanel()).ProductPanel }));
const CategoriesPanel = lazy(async () => ({ default: (await import('../write/categories-panel.tsx')).CategoriesPanel }));

interface ProductsPageProps {
  readonly search: ProductsSearch;
  readonly onSearch: (next: ProductsSearch) => void;
  /** Saved views, beside the title. */
  readonly views?: ReactNode;
}

const pageOf = ({ products }: ProductsQuery) => ({ rows: products.edges.map(({ node }) => node), total: products.totalCount });
const idOf = ({ id }: ProductDetailsFragment) => id;
const nameOf = ({ name }: ProductDetailsFragment) => name;
const sortOf = ({ sort = 'name', desc = false }: ProductsSearch) => ({ by: sort, descending: desc });

/** What can be sold, and what once could. */
export function ProductsPage({ search, onSearch, views }: ProductsPageProps) {
  const { role } = useMe();
  const [layer, setLayer] = useState<'new' | 'categories'>();
  useFetchedSoon(loadPanel);
  const rule = useMemo(() => readRule(search.rule, 'product'), [search.rule]);
  // A rule that asks what is on sale answers for both.
  const active = rule && factsReadBy(rule).has('product.isActive') ? undefined : !search.inactive;
  const variables = { rule, search: search.q || undefined, categoryId: search.category || undefined, active, orderBy: sortOf(search) };
  const source = usePagedConnection({ document: ProductsDocument, field: 'products', pageOf, variables });
  const { refetch } = source;
  const { data } = useQuery(ProductCategoriesDocument);
  const categories = data?.productCategories ?? [];
  const columns = useMemo(() => productColumns(mayReadMarked(role, 'margin')), [role]);
  const mayCreate = scopeOf(role, 'product', 'create') !== 'none';
  const mayUpdate = scopeOf(role, 'product', 'update') !== 'none';
  const create = () => setLayer('new');
  useShortcut({ keys: 'n', label: m.catalog_new(), group: 'page', opens: true, run: create }, mayCreate);
  const onText = useCallback((q: string) => onSearch({ ...search, q: q || undefined }), [onSearch, search]);
  const narrowed = Boolean(search.q || search.category || search.inactive || rule);
  const empty = narrowed
    ? <EmptyState icon={IconSearchOff} text={m.catalog_no_results()} action={{ label: m.catalog_show_all(), onAct: () => onSearch({}) }} />
    : <EmptyState icon={IconPackage} text={m.catalog_empty()} {...(mayCreate ? { action: { label: m.catalog_new(), keys: 'n', onAct: create } } : {})} />;
  return (
    <>
      <PageHeader
        title={m.shell_nav_products()}
        beside={<>{!source.loading && <span className={styles.count}><NumberText value={source.total} /></span>}{views}</>}
        actions={(
          <>
            {mayUpdate && categories.length > 0 && <Button variant="default" className={styles.wide} leftSection={<IconTags size={14} stroke={1.6} />} onClick={() => setLayer('categories')}>{m.catalog_categories()}</Button>}
            {mayCreate && <Button leftSection={<IconPlus size={14} />} rightSection={<KeyHint keys="n" onAccent />} onClick={create}>{m.catalog_new()}</Button>}
          </>
        )}
        toolbar={(
          <>
            <SearchBox label={m.catalog_find()} value={search.q ?? ''} onSearch={onText} />
            <Suspense><CategoryFilter categories={categories} value={search.category} onChange={(category) => onSearch({ ...search, category })} /></Suspense>
            <button type="button" className={styles.toggle} aria-pressed={search.inactive === true} onClick={() => onSearch({ ...search, inactive: search.inactive ? undefined : true })}>{m.catalog_inactive_ones()}</button>
            <RuleChips rule={rule} about="product" onChange={(next) => onSearch({ ...search, rule: next })} />
            <ExportMenu list="products" variables={variables} />
            <ImportLink room="products" />
          </>
        )}
      />
      {source.failed ? <ErrorState error={source.error} onRetry={refetch} /> : source.loading ? <SkeletonRows rows={14} /> : (
        <VirtualTable
          {...source} label={m.shell_nav_products()} columns={columns} idOf={idOf} nameOf={nameOf} empty={empty}
          sort={{ column: search.sort ?? 'name', descending: search.desc ?? false }}
          onSort={({ column, descending }) => onSearch({ ...search, sort: productSorts.find((each) => each === column), desc: descending || undefined })}
          onOpen={({ id }) => onSearch({ ...search, product: id })}
        />
      )}
      <Suspense>
        {layer === 'new' && <ProductPanel key="new" id={undefined} onChanged={refetch} onClose={() => setLayer(undefined)} />}
        {layer === 'categories' && <CategoriesPanel categories={categories} onChanged={refetch} onClose={() => setLayer(undefined)} />}
        {search.product && <ProductPanel key={search.product} id={search.product} onChanged={refetch} onClose={() => onSearch({ ...search, product: undefined })} />}
      </Suspense>
    </>
  );
}
