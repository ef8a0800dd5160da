import { Money, NumberText } from '#design';
import type { CompareSegmentsQuery } from '#operations';
import { valueLabel } from '#rules';
import { m, useLanguage } from '#words';
import type { ReactNode } from 'react';
import styles from './compare.module.css';

type Comparison = NonNullable<CompareSegmentsQuery['compareSegments']>;
type Side = Comparison['a'];

interface ComparedProps {
  readonly compared: Comparison;
  readonly nameA: string;
  readonly nameB: string;
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

export function Compared({ compared, nameA, nameB }: ComparedProps) {
  const { a, b } = compared;
  const line = (label: string, value: (side: Side) => ReactNode) => (
    <tr><th scope="row">{label}</th><td>{value(a)}</td><td>{value(b)}</td></tr>
  );
  return (
    <>
      <Overlap compared={compared} nameA={nameA} nameB={nameB} />
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={m.segments_figures()}>
        <table className={styles.figures}>
          <caption className="visually-hidden">{m.segments_figures()}</caption>
          <thead><tr><td /><th scope="col" data-side="a">{nameA}</th><th scope="col" data-side="b">{nameB}</th></tr></thead>
          <tbody>
            {line(m.segments_customers(), ({ count }) => <NumberText value={count} />)}
            {line(m.segments_revenue(), ({ revenue12m }) => revenue12m ? <Money {...revenue12m} whole /> : '–')}
            {line(m.segments_revenue_mean(), ({ revenue12mMean }) => revenue12mMean ? <Money {...revenue12mMean} whole /> : '–')}
            {line(m.segments_orders_mean(), ({ orders12mMean }) => orders12mMean === null ? '–' : <NumberText value={Number(orders12mMean)} digits={2} />)}
          </tbody>
          <Tiers a={a} b={b} />
        </table>
      </div>
    </>
  );
}

/** One bar for everybody in either: only the first, both, only the second. */
function Overlap({ compared: { a, b, overlap }, nameA, nameB }: ComparedProps) {
  const all = a.count + b.count - overlap;
  const parts = [
    { id: 'a', name: m.segments_only({ name: nameA }), count: a.count - overlap },
    { id: 'both', name: m.segments_both(), count: overlap },
    { id: 'b', name: m.segments_only({ name: nameB }), count: b.count - overlap },
  ];
  return (
    <section className={styles.overlap} aria-label={m.segments_overlap()}>
      <div className={styles.bar} aria-hidden>{parts.map(({ id, count }) => <i key={id} data-part={id} style={{ flexGrow: count }} />)}</div>
      <ul>
        {parts.map(({ id, name, count }) => (
          <li key={id} data-part={id}><i aria-hidden /><span>{name}</span><b><NumberText value={count} /></b><span className={styles.quiet}><NumberText value={share(count, all)} percent /></span></li>
        ))}
      </ul>
    </section>
  );
}

function Tiers({ a, b }: { readonly a: Side; readonly b: Side }) {
  const language = useLanguage();
  const cell = (side: Side, tier: string, of: 'a' | 'b') => {
    const count = side.tiers.find((each) => each.tier === tier)?.count ?? 0;
    return (
      <td>
        <span className={styles.tier} data-side={of}>
          <span className={styles.track} aria-hidden><i style={{ width: `${share(count, side.count) * 100}%` }} /></span>
          <NumberText value={share(count, side.count)} percent />
        </span>
      </td>
    );
  };
  return (
    <tbody>
      <tr className={styles.heading}><th scope="colgroup" colSpan={3}>{m.segments_by_tier()}</th></tr>
      {a.tiers.map(({ tier }) => <tr key={tier}><th scope="row">{valueLabel('valueTier', tier, language)}</th>{cell(a, tier, 'a')}{cell(b, tier, 'b')}</tr>)}
    </tbody>
  );
}
