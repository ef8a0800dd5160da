import { shownOf, useMore } from '#api-client';
import { Chip, ErrorState, SkeletonRows } from '#design';
import { type BulkChangeDetailsFragment, type BulkOutcome, BulkRowsDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { numberWord, outcomeTone, outcomeWord, reachedOf } from '../bulk-words.ts';
import styles from '../bulk.module.css';

interface BulkRowsProps {
  readonly change: BulkChangeDetailsFragment;
  readonly running: boolean;
}

const atOnce = 50;

/** What became of each, all of them or those who came out alike. */
export function BulkRows({ change, running }: BulkRowsProps) {
  const [outcome, setOutcome] = useState<BulkOutcome>();
  const question = useQuery(BulkRowsDocument, {
    variables: { id: change.id, first: atOnce, ...(outcome ? { outcome } : {}) }, fetchPolicy: 'cache-and-network',
  });
  const { error, loading, refetch, fetchMore } = question;
  const reached = reachedOf(change);
  useEffect(() => {
    void refetch();
  }, [reached, running, refetch]);
  const rows = shownOf(question)?.bulkChange?.rows;
  const more = useMore({ id: change.id, outcome }, (isAsked) => fetchMore({
    variables: { after: rows?.pageInfo.endCursor },
    updateQuery: (before, { fetchMoreResult: next }) => (isAsked() && next.bulkChange && before.bulkChange ? {
      ...next, bulkChange: { ...next.bulkChange, rows: { ...next.bulkChange.rows, edges: [...before.bulkChange.rows.edges, ...next.bulkChange.rows.edges] } },
    } : before),
  }));
  const shelves = [
    { key: undefined, count: change.total }, { key: 'DONE', count: change.done }, { key: 'UNCHANGED', count: change.unchanged },
    { key: 'REFUSED', count: change.refused }, { key: 'FAILED', count: change.failed },
  ] as const;
  return (
    <section aria-label={m.bulk_rows()}>
      <h2>{m.bulk_rows()}</h2>
      <div className={styles.shelves}>
        {shelves.filter(({ key, count }) => key === undefined || count > 0).map(({ key, count }) => (
          <button key={key ?? 'all'} type="button" aria-pressed={outcome === key} onClick={() => setOutcome(key)}>
            {key ? outcomeWord(key) : m.bulk_all()} <span className="num">{numberWord(count)}</span>
          </button>
        ))}
      </div>
      {error && !rows && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!rows && loading && <SkeletonRows rows={6} />}
      {rows?.edges.length === 0 && <p className={styles.quiet}>{m.bulk_none_like_it()}</p>}
      <ul className={styles.rows}>
        {rows?.edges.map(({ node }) => (
          <li key={node.place}>
            <Name subject={change.subject} id={node.targetId} name={node.name} />
            <Chip {...(node.outcome && outcomeTone[node.outcome] ? { tone: outcomeTone[node.outcome] } : {})}>{outcomeWord(node.outcome)}</Chip>
            <span className={styles.quiet}>{node.refusal?.message}</span>
          </li>
        ))}
      </ul>
      {rows?.pageInfo.hasNextPage && <Button variant="default" onClick={() => void more()}>{m.bulk_more()}</Button>}
    </section>
  );
}

function Name({ subject, id, name }: { readonly subject: BulkChangeDetailsFragment['subject']; readonly id: string; readonly name: string | null }) {
  if (name === null) return <span className={styles.quiet}>{m.bulk_hidden()}</span>;
  if (subject === 'CUSTOMER') return <Link to="/customers/$id" params={{ id }}>{name}</Link>;
  return subject === 'OPPORTUNITY' ? <Link to="/opportunities/$id" params={{ id }}>{name}</Link> : <span>{name}</span>;
}
