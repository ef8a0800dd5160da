import type { ReactNode } from 'react';
import type { StageColor } from '../mark/stage.tsx';
import styles from './chart.module.css';

export interface Bar {
  readonly id: string;
  readonly label: ReactNode;
  readonly amount: number;
  /** The amount as people read it. */
  readonly text: ReactNode;
  readonly color?: StageColor;
}

/** A breakdown: bars of one scale under each other, their amounts in words. */
export function BarList({ bars, label }: { readonly bars: readonly Bar[]; readonly label: string }) {
  const most = Math.max(...bars.map(({ amount }) => amount), 0) || 1;
  return (
    <ul className={styles.bars} aria-label={label}>
      {bars.map(({ id, label: name, amount, text, color = 'indigo' }) => (
        <li key={id} className={styles.barLine}>
          <span className={styles.barName}>{name}</span>
          <span className="num">{text}</span>
          <span className={styles.track} aria-hidden>
            <span className={styles.fill} style={{ width: `${(amount / most) * 100}%`, background: `var(--stage-${color})` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
