import { BarList, Heatmap, Money, numberFormat, useFormatting } from '#design';
import { factLabel, valueLabel } from '#rules';
import { m } from '#words';
import type { Preview } from './counts.tsx';
import styles from './insight.module.css';

type Breakdown = Preview['breakdowns'][number];

const order = ['valueTier', 'rfmSegment', 'lastOrderChannel', 'preferredChannel', 'country', 'kind'];
const most = 8;

/** The members divided by what marketing asks first; recency against frequency as a map. */
export function Breakdowns({ breakdowns }: { readonly breakdowns: readonly Breakdown[] }) {
  const single = order.flatMap((key) => breakdowns.find(({ facts }) => facts.length === 1 && facts[0] === key) ?? []);
  const matrix = breakdowns.find(({ facts }) => facts.length === 2);
  return (
    <>
      <div className={styles.grid}>{single.map((breakdown) => <One key={breakdown.facts[0]} breakdown={breakdown} />)}</div>
      {matrix && <RecencyByFrequency matrix={matrix} />}
    </>
  );
}

function One({ breakdown: { facts: [fact = ''], cells } }: { readonly breakdown: Breakdown }) {
  const { language } = useFormatting();
  const numbers = numberFormat(language);
  const shown = cells.slice(0, most);
  const rest = cells.slice(most).reduce((sum, { count }) => sum + count, 0);
  const bars = shown.map(({ keys: [key = null], count, revenue12m }, index) => ({
    id: String(key ?? `none-${index}`),
    label: valueLabel(fact, key, language),
    amount: count,
    text: <>{numbers.format(count)}{revenue12m && <span className={styles.money}><Money {...revenue12m} compact /></span>}</>,
    color: key === null ? 'slate' as const : 'indigo' as const,
  }));
  const more = rest > 0 ? [{ id: 'rest', label: m.segments_rest(), amount: rest, text: numbers.format(rest), color: 'slate' as const }] : [];
  return (
    <section className={styles.block}>
      <h2>{factLabel(fact, language)}</h2>
      <BarList label={factLabel(fact, language)} bars={[...bars, ...more]} />
    </section>
  );
}

const scores = ['5', '4', '3', '2', '1'];

function RecencyByFrequency({ matrix }: { readonly matrix: Breakdown }) {
  const { language } = useFormatting();
  const at = (recency: string, frequency: string) => matrix.cells.find(({ keys }) => keys[0] === recency && keys[1] === frequency)?.count ?? 0;
  const rows = scores.map((recency) => ({ id: recency, label: recency, values: scores.toReversed().map((frequency) => at(recency, frequency)) }));
  if (rows.every(({ values }) => values.every((value) => value === 0))) return null;
  return (
    <section className={styles.block}>
      <h2>{m.segments_heat()}</h2>
      <p className={styles.quiet}>{m.segments_heat_explained()}</p>
      <Heatmap
        caption={m.segments_heat()} corner={m.segments_recency()} rows={rows} format={(value) => numberFormat(language).format(value)}
        columns={scores.toReversed().map((frequency) => m.segments_frequency({ score: frequency }))}
      />
    </section>
  );
}
