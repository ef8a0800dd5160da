import { useMe } from '#access';
import { TaskGroup } from '#activities';
import { seenBy } from '#customers';
import { ErrorState, lazily, PageHeader, SkeletonRows, useFormatting } from '#design';
import { HomeDocument, TaskCountsDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { scopeOf } from '@orbita/domain/access';
import type { Rule } from '@orbita/domain/rules';
import { lazy, Suspense } from 'react';
import { greeting } from './greeting.ts';
import styles from './home.module.css';
import { SeenList } from './seen-list.tsx';

const FirstSteps = lazily(async () => (await import('./first-steps.tsx')).FirstSteps);
const CustomerFigures = lazy(async () => ({ default: (await import('./customer-figures.tsx')).CustomerFigures }));
const RingingList = lazy(async () => ({ default: (await import('./ringing-list.tsx')).RingingList }));
const SellingFigures = lazily(async () => (await import('./selling-figures.tsx')).SellingFigures);
const RevenueFigures = lazy(async () => ({ default: (await import('./revenue-figures.tsx')).RevenueFigures }));

/** The alarm rang and nobody has given him up yet. */
const ringing: Rule = { and: [{ fact: 'alarmAt', is: 'reached' }, { not: { fact: 'lapsesAt', is: 'reached' } }] };
const buyers: Rule = { fact: 'ordersCount', is: 'ge', value: 1 };

/** Where the day starts: what is due, who falls silent, where one was. */
export function HomePage() {
  const { id, name, role } = useMe();
  const { timeZone } = useFormatting();
  const mayRead = scopeOf(role, 'customer', 'read') !== 'none';
  const { data, error, refetch } = useQuery(HomeDocument, { variables: { ringing, buyers }, fetchPolicy: 'cache-and-network', skip: !mayRead });
  const hasTasks = scopeOf(role, 'activity', 'read') !== 'none';
  const tasks = useQuery(TaskCountsDocument, { fetchPolicy: 'cache-and-network', skip: !hasTasks }).data;
  const seen = seenBy(id);
  return (
    <>
      <PageHeader title={greeting(name, Date.now(), timeZone)} />
      <div className={styles.page}>
        {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : data?.all.totalCount === 0 ? <FirstSteps /> : (
          <>
            <Suspense fallback={<div className={styles.figuresWait} />}><RevenueFigures /></Suspense>
            <Suspense fallback={<div className={styles.figuresWait} />}><CustomerFigures counts={data} tasks={tasks} hasTasks={hasTasks} /></Suspense>
            <SellingFigures />
            <div className={styles.columns}>
              <div className={styles.column}>
                <TaskGroup state="OVERDUE" title={m.activities_overdue()} />
                <TaskGroup state="TODAY" title={m.activities_today()} none={m.home_nothing_today()} />
              </div>
              <div className={styles.column}>
                <Suspense fallback={<SkeletonRows rows={6} />}>{data ? <RingingList customers={data.ringing.edges.map(({ node }) => node)} total={data.ringing.totalCount} rule={ringing} /> : <SkeletonRows rows={6} />}</Suspense>
                {seen.length > 0 && <SeenList seen={seen} />}
              </div>
            </div>
          </>
        )}
      </div>
    </>
  );
}
