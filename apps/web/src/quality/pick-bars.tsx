import styles from './quality.module.css';

export interface PickBar {
  readonly id: string;
  readonly label: string;
  readonly amount: number;
  readonly text: string;
  /** What choosing it does, said to who does not see the bar. */
  readonly does: string;
}

interface PickBarsProps {
  readonly title: string;
  readonly bars: readonly PickBar[];
  /** What a whole bar is; the greatest when not said. */
  readonly most?: number;
  readonly chosen: string | undefined;
  /** Without one the bars only show. */
  readonly onPick?: ((id: string | undefined) => void) | undefined;
}

/** Bars under each other, each a switch that narrows the queue; the amount is said in words beside. */
export function PickBars({ title, bars, most, chosen, onPick }: PickBarsProps) {
  const whole = most ?? (Math.max(...bars.map(({ amount }) => amount), 0) || 1);
  return (
    <section className={styles.card} aria-label={title}>
      <h2>{title}</h2>
      <ul className={styles.bars}>
        {bars.map(({ id, label, amount, text, does }) => {
          const line = (
            <>
              <span className={styles.barName}>{label}</span>
              <span className="num">{text}</span>
              <span className={styles.track} aria-hidden><span style={{ width: `${(100 * amount) / whole}%` }} /></span>
            </>
          );
          return (
            <li key={id}>
              {onPick
                ? <button type="button" className={styles.bar} title={does} aria-pressed={id === chosen} onClick={() => onPick(id === chosen ? undefined : id)}>{line}</button>
                : <span className={styles.bar}>{line}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
