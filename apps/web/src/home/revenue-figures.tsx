import { useMe } from '#access';
import { Money, Stat } from '#design';
import { RevenueSoFarDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { mayReadMarked, scopeOf } from '@orbita/domain/access';
import styles from './home.module.css';

/** Against the same stretch of last month: a month half over is not held against a whole one. */
const changeOf = (now: string, before: string): number | undefined => (Number(before) > 0 ? (Number(now) - Number(before)) / Number(before) : undefined);

/** What was sold this month and this year, to the customers that one sees; nothing to one who may not read it. */
export function RevenueFigures() {
  const { role } = useMe();
  const may = scopeOf(role, 'order', 'read') !== 'none' && mayReadMarked(role, 'revenue');
  const { data, error } = useQuery(RevenueSoFarDocument, { fetchPolicy: 'cache-and-network', skip: !may });
  if (!may || error || data?.revenue === null) return null;
  const revenue = data?.revenue;
  const change = revenue && changeOf(revenue.thisMonth.amount, revenue.lastMonthSoFar.amount);
  return (
    <section className={styles.figures} aria-label={m.home_revenue()}>
      <Stat label={m.home_revenue_month()} value={revenue ? <Money {...revenue.thisMonth} whole /> : '…'} {...(change === undefined ? {} : { change })} note={revenue && m.home_revenue_compared()} />
      <Stat label={m.home_revenue_last_month()} value={revenue ? <Money {...revenue.lastMonth} whole /> : '…'} note={revenue && <>{m.home_revenue_by_now()} <Money {...revenue.lastMonthSoFar} whole /></>} />
      <Stat label={m.home_revenue_year()} value={revenue ? <Money {...revenue.yearToDate} whole /> : '…'} note={revenue && m.home_revenue_fiscal()} />
    </section>
  );
}
