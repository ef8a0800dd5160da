import { NumberText } from '#design';
import { useTelling } from '#rules';
import { m } from '#words';
import type { Rule } from '@orbita/domain/rules';
import type { Preview } from './counts.tsx';
import styles from './insight.module.css';

interface FunnelProps {
  readonly preview: Preview;
  /** The conditions are alternatives: each adds instead of taking away. */
  readonly any: boolean;
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** What is left after each condition in its order, and what each would keep alone. */
export function Funnel({ preview: { predicates, total }, any }: FunnelProps) {
  const whole: Rule = { and: predicates.map(({ rule }) => rule as Rule) };
  const telling = useTelling(whole);
  return (
    <section className={styles.block}>
      <h2>{any ? m.segments_funnel_any() : m.segments_funnel()}</h2>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={m.segments_funnel()}>
        <table className={styles.funnel}>
          <thead>
            <tr><th scope="col">{m.segments_condition()}</th><th scope="col">{m.segments_left_over()}</th><th scope="col">{m.segments_step()}</th><th scope="col">{m.segments_alone()}</th></tr>
          </thead>
          <tbody>
            <tr><th scope="row">{m.segments_everybody()}</th><td><Bar part={total} whole={total} /></td><td /><td /></tr>
            {predicates.map(({ rule, alone, cumulative }, index) => {
              const before = index === 0 ? (any ? 0 : total) : predicates[index - 1]?.cumulative ?? 0;
              return (
                <tr key={index}>
                  <th scope="row">{telling(rule as Rule)}</th>
                  <td><Bar part={cumulative} whole={total} /></td>
                  <td className="num">{any ? <>+<NumberText value={cumulative - before} /></> : <NumberText value={share(cumulative, before)} percent />}</td>
                  <td className={`num ${styles.quiet}`}><NumberText value={alone} /></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const Bar = ({ part, whole }: { readonly part: number; readonly whole: number }) => (
  <span className={styles.bar}>
    <span className={styles.track} aria-hidden><i style={{ width: `${share(part, whole) * 100}%` }} /></span>
    <NumberText value={part} />
  </span>
);
