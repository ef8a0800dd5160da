import { TierChip } from '#customers';
import { Chip, Money, Monogram, RelativeTime } from '#design';
import type { HomeQuery } from '#operations';
import { m } from '#words';
import type { Rule } from '@orbita/domain/rules';
import { Link } from '@tanstack/react-router';
import styles from './home.module.css';

interface RingingListProps {
  readonly customers: readonly HomeQuery['ringing']['edges'][number]['node'][];
  readonly total: number;
  readonly rule: Rule;
}

/** Whose silence rang the alarm, the most valuable first; the rest is a list with the same rule. */
export const RingingList = ({ customers, total, rule }: RingingListProps) => (
  <section className={styles.card} aria-label={m.home_ringing()}>
    <h2 className={styles.title}>{m.home_ringing()} <span className="num">{total}</span></h2>
    {customers.length === 0 ? <p className={styles.none}>{m.home_nobody_rings()}</p> : (
      <ul className={styles.list}>
        {customers.map(({ id, name, kind, facts }) => (
          <li key={id}>
            <Monogram name={name} shape={kind === 'ORGANISATION' ? 'square' : 'round'} />
            <Link to="/customers/$id" params={{ id }}>{name}</Link>
            <TierChip tier={facts.valueTier} />
            <span className={styles.aside}>
              {facts.lastOrderAt && <RelativeTime value={facts.lastOrderAt} />}
              {facts.silencePct !== null && <Chip tone="warn">{facts.silencePct} %</Chip>}
              {facts.revenue12m && <Money {...facts.revenue12m} whole />}
            </span>
          </li>
        ))}
      </ul>
    )}
    {total > customers.length && <Link className={styles.all} to="/customers" search={{ rule, sort: 'revenue12m', desc: true }}>{m.home_all_ringing({ count: total })}</Link>}
  </section>
);
