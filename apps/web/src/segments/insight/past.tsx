import { DateText, EmptyState, ErrorState, NumberText, RelativeTime, SkeletonRows } from '#design';
import { SegmentPastDocument, type SegmentPastQuery } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Course } from './course.tsx';
import styles from './insight.module.css';

const shownDays = 30;
const day = 86_400_000;

/** How many there were, day by day, and who came and who left. */
export function Past({ segment }: { readonly segment: { readonly id: string } }) {
  const [since] = useState(() => new Date(Date.now() - shownDays * day).toISOString());
  const { data, error, refetch } = useQuery(SegmentPastDocument, { variables: { id: segment.id, since } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={8} />;
  const { history = [], changes } = data.segment ?? {};
  if (history.length === 0) return <EmptyState icon={IconHistory} text={m.segments_no_past()} />;
  return (
    <div className={styles.insight}>
      <section className={styles.block}>
        <h2>{m.segments_course()}</h2>
        <Course history={history} />
      </section>
      <div className={styles.grid}>
        <Moved title={m.segments_entered({ days: shownDays })} moved={changes?.entered ?? []} />
        <Moved title={m.segments_departed({ days: shownDays })} moved={changes?.left ?? []} />
      </div>
      <section className={styles.block}>
        <h2>{m.segments_by_count()}</h2>
        <table className={styles.funnel}>
          <thead><tr><th scope="col">{m.segments_counted()}</th><th scope="col">{m.segments_members()}</th><th scope="col">{m.segments_in()}</th><th scope="col">{m.segments_out()}</th></tr></thead>
          <tbody>
            {history.toReversed().slice(0, shownDays).map(({ countedAt, members, entered, departed }) => (
              <tr key={countedAt}><th scope="row"><DateText value={countedAt} style="moment" /></th><td><NumberText value={members} /></td><td>+<NumberText value={entered} /></td><td>−<NumberText value={departed} /></td></tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

type Change = NonNullable<SegmentPastQuery['segment']>['changes']['entered'][number];

const Moved = ({ title, moved }: { readonly title: string; readonly moved: readonly Change[] }) => (
  <section className={styles.block}>
    <h2>{title}</h2>
    {moved.length === 0 && <p className={styles.quiet}>{m.segments_nobody()}</p>}
    <ul className={styles.sample}>
      {moved.slice(0, 20).map(({ at, customer }, index) => (
        <li key={index}>
          {customer ? <Link to="/customers/$id" params={{ id: customer.id }}>{customer.name}</Link> : <span className={styles.quiet}>{m.segments_gone()}</span>}
          <span className={styles.end}><RelativeTime value={at} /></span>
        </li>
      ))}
    </ul>
  </section>
);
