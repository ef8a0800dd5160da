import { type ReactNode, useId } from 'react';
import styles from './merging.module.css';

interface Side {
  readonly id: string;
  readonly name: string;
}

interface ChoiceRowProps {
  readonly label: string;
  readonly name: string;
  readonly a: Side;
  readonly b: Side;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly show: (side: Side) => ReactNode;
  /** Whether what is shown says already whose it is. */
  readonly named?: boolean;
}

/** One field of both: a click or the arrow keys take the one or the other. Whose it is is told to those who do not see the columns. */
export function ChoiceRow({ label, name, a, b, chosen, onChoose, show, named = false }: ChoiceRowProps) {
  const labelId = useId();
  return (
    <div className={styles.row} role="radiogroup" aria-labelledby={labelId}>
      <span id={labelId} className={styles.label}>{label}</span>
      {[a, b].map((side, at) => (
        <label key={side.id} className={styles.choice} data-side={at === 0 ? 'a' : 'b'} data-chosen={chosen === side.id || undefined}>
          <input type="radio" name={name} checked={chosen === side.id} onChange={() => onChoose(side.id)} />
          <span className={styles.value}>{show(side)} {!named && <span className={styles.whose}>{side.name}</span>}</span>
        </label>
      ))}
    </div>
  );
}
