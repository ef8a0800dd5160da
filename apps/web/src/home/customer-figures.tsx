import { NumberText, Stat } from '#design';
import type { HomeQuery, TaskCountsQuery } from '#operations';
import { m } from '#words';
import styles from './home.module.css';

interface CustomerFiguresProps {
  readonly counts: HomeQuery | undefined;
  readonly tasks: TaskCountsQuery | undefined;
  readonly hasTasks: boolean;
}

/** How many customers, how many of them buy, who falls silent, what is overdue. */
export const CustomerFigures = ({ counts, tasks, hasTasks }: CustomerFiguresProps) => (
  <div className={styles.figures}>
    <Stat label={m.home_customers()} value={figure(counts?.all.totalCount)} />
    <Stat label={m.home_buyers()} value={figure(counts?.buyers.totalCount)} />
    <Stat label={m.home_ringing()} value={figure(counts?.ringing.totalCount)} />
    {hasTasks && <Stat label={m.home_overdue()} value={figure(tasks?.overdue.totalCount)} />}
  </div>
);

const figure = (value: number | undefined) => (value === undefined ? '…' : <NumberText value={value} />);
