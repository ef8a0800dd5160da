import { Money, Monogram, RelativeTime } from '#design';
import { m } from '#words';
import { Link } from '@tanstack/react-router';
import type { Preview } from './counts.tsx';
import styles from './insight.module.css';

/** Ten of them, who bought last first: a look tells more than a number. */
export const Sample = ({ customers }: { readonly customers: Preview['sample'] }) => (
  <section className={styles.block}>
    <h2>{m.segments_sample()}</h2>
    <ul className={styles.sample}>
      {customers.map(({ id, name, kind, facts }) => (
        <li key={id}>
          <Monogram name={name} shape={kind === 'ORGANISATION' ? 'square' : 'round'} />
          <Link to="/customers/$id" params={{ id }}>{name}</Link>
          <span className={styles.quiet}>{facts.lastOrderAt && <RelativeTime value={facts.lastOrderAt} />}</span>
          <span className={styles.end}>{facts.revenue12m && <Money {...facts.revenue12m} whole />}</span>
        </li>
      ))}
    </ul>
  </section>
);
