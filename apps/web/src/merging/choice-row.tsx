import { type ReactNode, useId } from 'react';
import type { MergeSide } from './merge-preview.ts';
import styles from './merging.module.css';

interface ChoiceRowProps {
  readonly label: string;
  readonly name: string;
  readonly sides: readonly MergeSide[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly show: (side: MergeSide, at: number) => ReactNode;
  /** Whether what is shown says already whose it is. */
  readonly named?: boolean;
}

/** One field of all: a click or the arrow keys take one of them. Whose it is is told to those who do not see the columns. */
export function ChoiceRow({ label, name, sides, chosen, onChoose, show, named = false }: ChoiceRowProps) {
  const labelId = useId();
  return (
    <div className={styles.row} role="radiogroup" aria-labelledby={labelId}>
      <span id={labelId} className={styles.label}>{label}</span>
      {sides.map((side, at) => (
        <label key={side.id} className={styles.choice} data-chosen={chosen === side.id || undefined}>
          <input type="radio" name={name} checked={chosen === side.id} onChange={() => onChoose(side.id)} />
          <span className={styles.value}>{show(side, at)} {!named && <span className={styles.whose}>{side.name}</span>}</span>
        </label>
      ))}
    </div>
  );
}
