import { m } from '#words';
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { numberFormat } from '../format/formatters.ts';
import { useFormatting } from '../format/formatting.tsx';
import styles from './stat.module.css';
import { Sparkline } from './sparkline.tsx';

interface StatProps {
  readonly label: string;
  readonly value: ReactNode;
  /** Against the period before: 0.12 is 12 % more. */
  readonly change?: number;
  /** For some figures less is better. */
  readonly lessIsBetter?: boolean;
  /** What it is held against, or where it comes from. */
  readonly note?: ReactNode;
  /** The course, oldest first. */
  readonly course?: readonly number[];
}

/** One figure that matters, where it comes from and where it goes. */
export function Stat({ label, value, change, lessIsBetter = false, note, course }: StatProps) {
  return (
    <div className={styles.stat}>
      <span className={styles.label}>{label}</span>
      <div className={styles.figure}>
        <b className={`${styles.value} num`}>{value}</b>
        {change !== undefined && change !== 0 && <Trend change={change} good={change > 0 !== lessIsBetter} />}
      </div>
      {note && <span className={styles.note}>{note}</span>}
      {course && course.length > 1 && <Sparkline values={course} label={label} />}
    </div>
  );
}

function Trend({ change, good }: { readonly change: number; readonly good: boolean }) {
  const { language } = useFormatting();
  const text = numberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(Math.abs(change));
  const Icon = change > 0 ? IconArrowUpRight : IconArrowDownRight;
  return (
    <span className={`${styles.trend} num`} data-good={good || undefined}>
      <Icon size={14} stroke={2} aria-hidden />
      <span aria-hidden>{text}</span>
      <span className="visually-hidden">{change > 0 ? m.design_trend_up({ change: text }) : m.design_trend_down({ change: text })}</span>
    </span>
  );
}
