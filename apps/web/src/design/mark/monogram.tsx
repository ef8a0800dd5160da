import { hueOf, initialsOf } from './initials.ts';
import styles from './monogram.module.css';

interface MonogramProps {
  readonly name: string;
  /** People are round, organisations square. */
  readonly shape?: 'round' | 'square';
  readonly size?: 16 | 20 | 24 | 32;
}

/** Initials on a hue of the name's own. Decoration: the name stands beside it. */
export function Monogram({ name, shape = 'round', size = 20 }: MonogramProps) {
  const letters = initialsOf(name, shape === 'square' || size < 20 ? 1 : 2);
  return (
    <span
      aria-hidden
      className={styles.monogram}
      data-shape={shape}
      style={{ '--hue': hueOf(name), width: size, height: size, fontSize: Math.round(size * (letters.length > 1 ? 0.42 : 0.52)) } as React.CSSProperties}
    >
      {letters}
    </span>
  );
}
