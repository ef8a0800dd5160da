import { keyLabels } from '#shortcuts';
import styles from './key-hint.module.css';

/** The keys of a shortcut, as printed on the reader's keyboard: ⌘ on a Mac, Ctrl elsewhere. */
export function KeyHint({ keys, onAccent = false }: { readonly keys: string; readonly onAccent?: boolean }) {
  return (
    <span className={styles.keys} data-on-accent={onAccent || undefined} aria-hidden>
      {keyLabels(keys).map((label, index) => <kbd key={index} className={styles.key}>{label}</kbd>)}
    </span>
  );
}
