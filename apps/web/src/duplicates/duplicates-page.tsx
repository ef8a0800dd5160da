import { joined, shownOf, useMore, useRenewal } from '#api-client';
import { useMe } from '#access';
import { EmptyState, ErrorState, NumberText, PageHeader, SearchBox, SkeletonRows } from '#design';
import { ExportMenu } from '#exports';
import { mergeAddress } from '#merging';
import { DuplicatePairsDocument, type DuplicatePairsQueryVariables } from '#operations';
import { RuleChips, readRule } from '#rules';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { IconCopyCheck, IconRefresh, IconSearchOff } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { DuplicateCard } from './duplicate-card.tsx';
import styles from './duplicates.module.css';
import { type DuplicateShelf, duplicateShelves, type DuplicatesSearch } from './duplicates-search.ts';
import { possibleOnes } from './possible-one.ts';
import { ScanProgress } from './scan-progress.tsx';
import { useDuplicateActs } from './use-duplicate-acts.ts';

interface DuplicatesPageProps {
  readonly search: DuplicatesSearch;
  readonly onSearch: (next: DuplicatesSearch) => void;
}

const atOnce = 30;
const renewed = 15_000;
const stateOf = { open: 'OPEN', dismissed: 'DISMISSED', merged: 'MERGED' } as const;

const shelfWord = (shelf: DuplicateShelf): string =>
  shelf === 'open' ? m.duplicates_open() : shelf === 'dismissed' ? m.duplicates_dismissed() : m.duplicates_merged();

const emptyText = (shelf: DuplicateShelf): string =>
  shelf === 'open' ? m.duplicates_empty() : shelf === 'dismissed' ? m.duplicates_empty_dismissed() : m.duplicates_empty_merged();

/** Customers who may be here twice, the likeliest first: compared and made one, or kept as two. */
export function DuplicatesPage({ search, onSearch }: DuplicatesPageProps) {
  const { role } = useMe();
  const router = useRouter();
  const shelf = search.shelf ?? 'open';
  const rule = useMemo(() => readRule(search.rule, 'customer'), [search.rule]);
  const asked = { state: stateOf[shelf], customerId: search.customer || undefined, rule, search: search.q || undefined };
  const narrowed = rule !== undefined || Boolean(search.q);
  const onText = useCallback((q: string) => onSearch({ ...search, q: q || undefined }), [onSearch, search]);
  const { dismiss, reopen, scan } = useDuplicateActs();
  const { pairs, total, loading, error, refetch, more } = usePairs(asked);
  // By what it is, not by where it stands: what a scan finds above it must not put another under the key.
  const [chosen, setChosen] = useState<{ readonly id: string; readonly at: number }>();
  const ones = possibleOnes(pairs);
  const there = ones.findIndex(({ id }) => id === chosen?.id);
  const active = there >= 0 ? there : Math.min(chosen?.at ?? 0, ones.length - 1);
  const current = useRef<HTMLLIElement>(null);
  const choose = (at: number) => {
    const id = ones[at]?.id;
    if (id !== undefined) setChosen({ id, at });
  };
  const step = (by: number) => choose(Math.max(0, Math.min(ones.length - 1, active + by)));
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const one = ones[active];
  const some = one !== undefined;
  if (one && (one.id !== chosen?.id || active !== chosen.at)) setChosen({ id: one.id, at: active });
  useShortcut({ keys: 'j', label: m.duplicates_next(), group: 'list', run: () => step(1) }, some);
  useShortcut({ keys: 'k', label: m.duplicates_previous(), group: 'list', run: () => step(-1) }, some);
  useShortcut({ keys: 'enter', label: m.duplicates_compare(), group: 'list', run: () => one && router.history.push(mergeAddress(one.customers)) }, some && shelf === 'open');
  useShortcut({ keys: 'x', label: m.duplicates_dismiss(), group: 'list', run: () => one && void dismiss(one.id) }, some && shelf === 'open');
  const mayScan = scopeOf(role, 'company', 'update') !== 'none';
  const action = mayScan && shelf === 'open' ? { action: { label: m.duplicates_scan(), onAct: () => void scan() } } : {};
  return (
    <>
      <PageHeader
        title={m.duplicates_title()}
        beside={!loading && <span className={styles.count}><NumberText value={total} /></span>}
        actions={(
          <>
            {some && <ExportMenu list="duplicatePairs" variables={asked} />}
            {mayScan && <Button variant="default" leftSection={<IconRefresh size={14} stroke={1.6} />} onClick={() => void scan()}>{m.duplicates_scan()}</Button>}
          </>
        )}
        toolbar={(
          <>
            <div className={styles.shelves}>
              {duplicateShelves.map((each) => (
                <button key={each} type="button" aria-pressed={each === shelf} onClick={() => onSearch({ ...search, shelf: each === 'open' ? undefined : each })}>{shelfWord(each)}</button>
              ))}
            </div>
            <SearchBox label={m.duplicates_find()} value={search.q ?? ''} onSearch={onText} />
            <RuleChips rule={rule} onChange={(next) => onSearch({ ...search, rule: next })} />
          </>
        )}
      />
      <div className={styles.page}>
        <ScanProgress />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : loading ? <SkeletonRows rows={8} /> : ones.length === 0
          ? narrowed
            ? <EmptyState icon={IconSearchOff} text={m.duplicates_no_results()} action={{ label: m.duplicates_clear(), onAct: () => onSearch({ shelf: search.shelf, customer: search.customer }) }} />
            : <EmptyState icon={IconCopyCheck} text={emptyText(shelf)} {...action} />
          : (
            <ul className={styles.pairs} aria-label={m.duplicates_list()}>
              {ones.map((each, index) => (
                <DuplicateCard
                  key={each.id} one={each} active={index === active} ref={index === active ? current : undefined}
                  onPoint={() => choose(index)} onDismiss={(id) => void dismiss(id)} onReopen={(id) => void reopen(id)}
                />
              ))}
            </ul>
          )}
        {more && <Button variant="default" className={styles.more} onClick={() => void more()}>{m.duplicates_more()}</Button>}
      </div>
    </>
  );
}

function usePairs(asked: Omit<DuplicatePairsQueryVariables, 'first' | 'after'>) {
  const variables = { first: atOnce, ...asked };
  const question = useQuery(DuplicatePairsDocument, { variables, fetchPolicy: 'cache-and-network' });
  const { error, loading, refetch, fetchMore, startPolling, stopPolling } = question;
  const shown = shownOf(question);
  useRenewal(question, { document: DuplicatePairsDocument, variables, field: 'duplicatePairs' });
  // What others decide and the clock finds appears by itself, as long as only the first page is shown.
  const whole = (shown?.duplicatePairs.edges.length ?? 0) <= atOnce;
  useEffect(() => {
    if (whole) startPolling(renewed);
    return stopPolling;
  }, [whole, startPolling, stopPolling]);
  const more = useMore(asked, (isAsked) => fetchMore({
    variables: { after: shown?.duplicatePairs.pageInfo.endCursor },
    updateQuery: (before, { fetchMoreResult: next }) => (isAsked() ? joined('duplicatePairs', before, next) : before),
  }));
  return {
    pairs: shown?.duplicatePairs.edges.map(({ node }) => node) ?? [], total: shown?.duplicatePairs.totalCount ?? 0, loading: loading && !shown,
    error: shown ? undefined : error, refetch, more: shown?.duplicatePairs.pageInfo.hasNextPage ? more : undefined,
  };
}
