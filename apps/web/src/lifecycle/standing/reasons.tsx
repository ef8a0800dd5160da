import { m } from '#words';
import { IconCheck, IconX } from '@tabler/icons-react';
import styles from './standing.module.css';

interface Reason {
  readonly text: string;
  readonly holds: boolean;
  readonly value: string | null;
}

/** The predicates that decided, each with what was found. */
export function Reasons({ because }: { readonly because: readonly Reason[] }) {
  if (because.length === 0) return <p>{m.lifecycle_because_always()}</p>;
  return (
    <ul className={styles.reasons}>
      {because.map(({ text, holds, value }) => (
        <li key={text}>
          {holds ? <IconCheck size={12} aria-hidden /> : <IconX size={12} aria-hidden />}
          <span>{!holds && <>{m.lifecycle_does_not_hold()} </>}{text}{value !== null && <span className={styles.found}> ({m.lifecycle_it_was({ value })})</span>}</span>
        </li>
      ))}
    </ul>
  );
}
