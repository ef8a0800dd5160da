import { shownOf, useMore } from '#api-client';
import { Chip, EmptyState, ErrorState, FilterChip, Monogram, NumberText, SearchBox, SkeletonRows } from '#design';
import { ExportMenu } from '#exports';
import { QualityOverviewDocument, QualityQueueDocument, type QualityQueueQuery } from '#operations';
import { RuleChips, readRule } from '#rules';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { customerSourceLabels } from '@orbita/domain/customers';
import { IconCircleCheck } from '@tabler/icons-react';
import { type Ref, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Mend } from './mend.tsx';
import styles from './quality.module.css';
import type { QualitySearch } from './quality-search.ts';

interface QueueProps {
  readonly search: QualitySearch;
  readonly onSearch: (next: QualitySearch) => void;
}

type Queued = QualityQueueQuery['qualityQueue']['edges'][number]['node']['customer'];

const atOnce = 20;

/** Whom to mend, the worst of the most valuable first; one walks it by keys, and what mends him stands under each. */
export function Queue({ search, onSearch }: QueueProps) {
  const asked = useAsked(search);
  const { customers, total, loading, error, refetch, more } = useQueue(asked);
  const onText = useCallback((q: string) => onSearch({ ...search, q: q || undefined }), [onSearch, search]);
  const [at, setAt] = useState(0);
  const active = Math.min(at, customers.length - 1);
  const current = useRef<HTMLLIElement>(null);
  const walked = useRef(false);
  const step = (by: number) => {
    walked.current = true;
    setAt(Math.max(0, Math.min(customers.length - 1, active + by)));
  };
  useEffect(() => {
    // Who comes to the page sees its figures first.
    if (walked.current) current.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const figured = Boolean(search.check || search.source || search.owner);
  const narrowed = figured || Boolean(search.q || asked.rule);
  const whole = useRef<HTMLElement>(null);
  useEffect(() => {
    // Under each other, what was narrowed stands far below what narrowed it.
    if (figured && matchMedia('(width < 900px)').matches) whole.current?.scrollIntoView();
  }, [figured]);
  const some = customers.length > 0;
  // Of whom nobody was looked at yet nobody can say that nothing is missing: the figures say so.
  const unseen = useQuery(QualityOverviewDocument, { fetchPolicy: 'cache-only' }).data?.qualityOverview.customers === 0;
  useShortcut({ keys: 'j', label: m.quality_next(), group: 'list', run: () => step(1) }, some);
  useShortcut({ keys: 'k', label: m.quality_previous(), group: 'list', run: () => step(-1) }, some);
  return (
    <section ref={whole} className={styles.queue} aria-label={m.quality_queue()}>
      <header className={styles.queueHead}>
        <h2>{m.quality_queue()} {!loading && <span className={styles.quiet}><NumberText value={total} /></span>}</h2>
        <Filters search={search} onSearch={onSearch} />
        {some && <ExportMenu list="qualityQueue" variables={asked} />}
      </header>
      <div className={styles.narrow}>
        <SearchBox label={m.quality_find()} value={search.q ?? ''} onSearch={onText} />
        <RuleChips rule={asked.rule} onChange={(rule) => onSearch({ ...search, rule })} />
      </div>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : loading ? <SkeletonRows rows={8} /> : !some
        ? !unseen && <EmptyState icon={IconCircleCheck} text={narrowed ? m.quality_all_well_filter() : m.quality_all_well()} {...(narrowed ? { action: { label: m.quality_clear(), onAct: () => onSearch({}) } } : {})} />
        : (
          <ul className={styles.list} aria-label={m.quality_queue_list()}>
            {customers.map((customer, index) => (
              <Card key={customer.id} customer={customer} active={index === active} ref={index === active ? current : undefined} onPoint={() => setAt(index)} />
            ))}
          </ul>
        )}
      {more && <Button variant="default" className={styles.more} onClick={() => void more()}>{m.quality_more()}</Button>}
    </section>
  );
}

interface CardProps {
  readonly customer: Queued;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly ref?: Ref<HTMLLIElement> | undefined;
}

const mostShown = 4;

function Card({ customer: { id, name, kind, quality }, active, onPoint, ref }: CardProps) {
  const missing = quality?.missing ?? [];
  return (
    <li ref={ref} className={styles.item} data-active={active || undefined}>
      <article aria-label={name} aria-current={active || undefined}>
        <button type="button" className={styles.who} aria-expanded={active} onClick={onPoint}>
          <Monogram name={name} shape={kind === 'ORGANISATION' ? 'square' : 'round'} size={20} />
          <b>{name}</b>
          {quality && <span className={`num ${styles.points}`}><span className="visually-hidden">{m.quality_score_of({ score: quality.score })}</span><span aria-hidden>{quality.score}</span></span>}
        </button>
        {!active && (
          <p className={styles.chips}>
            {missing.slice(0, mostShown).map(({ key, label, severity }) => <Chip key={key} tone={severity === 'HIGH' ? 'bad' : 'plain'}>{label}</Chip>)}
            {missing.length > mostShown && <span className={styles.quiet}>+{missing.length - mostShown}</span>}
          </p>
        )}
        {active && <Mend id={id} />}
      </article>
    </li>
  );
}

/** What the queue is narrowed to, in words; each is taken away where it stands. */
function Filters({ search, onSearch }: QueueProps) {
  const language = useLanguage();
  const { data } = useQuery(QualityOverviewDocument, { fetchPolicy: 'cache-only' });
  const { check, source, owner } = search;
  if (!check && !source && !owner) return null;
  const checkName = data?.qualityOverview.checks.find((each) => each.check.key === check)?.check.label ?? check;
  const ownerName = data?.qualityOverview.owners.find(({ key }) => key === owner)?.name ?? '…';
  return (
    <div className={styles.filters} role="group" aria-label={m.quality_filtered()}>
      {check && <FilterChip name={m.quality_check_filter()} value={checkName ?? check} onRemove={() => onSearch({ ...search, check: undefined })} />}
      {source && <FilterChip name={m.quality_source_filter()} value={customerSourceLabels[source][language]} onRemove={() => onSearch({ ...search, source: undefined })} />}
      {owner && <FilterChip name={m.quality_owner_filter()} value={ownerName} onRemove={() => onSearch({ ...search, owner: undefined })} />}
    </div>
  );
}

function useAsked({ check, source, owner, q, rule: written }: QualitySearch) {
  const rule = useMemo(() => readRule(written, 'customer'), [written]);
  return { check: check || undefined, source, ownerId: owner || undefined, rule, search: q || undefined };
}

function useQueue(asked: ReturnType<typeof useAsked>) {
  const question = useQuery(QualityQueueDocument, { variables: { first: atOnce, ...asked } });
  const { error, loading, refetch, fetchMore } = question;
  const shown = shownOf(question);
  const more = useMore(asked, (isAsked) => fetchMore({
    variables: { after: shown?.qualityQueue.pageInfo.endCursor },
    updateQuery: (before, { fetchMoreResult: next }) => (isAsked() ? { ...next, qualityQueue: { ...next.qualityQueue, edges: [...before.qualityQueue.edges, ...next.qualityQueue.edges] } } : before),
  }));
  return {
    customers: shown?.qualityQueue.edges.map(({ node }) => node.customer) ?? [], total: shown?.qualityQueue.totalCount ?? 0, loading: loading && !shown,
    error: shown ? undefined : error, refetch, more: shown?.qualityQueue.pageInfo.hasNextPage ? more : undefined,
  };
}
