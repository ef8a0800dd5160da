import { DateText, Money, Stat, useFormatting } from '#design';
import { monthlyOrders, monthlyRevenue } from '#orders';
import { m } from '#words';
import { rhythmBases } from '@orbita/domain/facts';
import styles from '../record.module.css';
import type { Record } from '../use-record.ts';
import { RfmChip } from '../../mark/rfm-chip.tsx';
import { TierChip } from '../../mark/tier-chip.tsx';

/** How much against the period before; nothing to say where there was nothing before. */
const changeOf = (now: number | null, before: number | null) => (now !== null && before !== null && before > 0 ? { change: (now - before) / before } : {});
const course = (values: readonly number[] | undefined) => (values && values.some((value) => value > 0) ? { course: values } : {});

/** The figures that describe him, each with where it comes from. */
export function Figures({ customer }: { readonly customer: Record }) {
  const { timeZone, language } = useFormatting();
  const { facts, orders } = customer;
  const bought = orders.edges.map(({ node }) => node);
  const whole = bought.length >= orders.totalCount;
  const amount = (money: { amount: string } | null) => (money === null ? null : Number(money.amount));
  if (facts.ordersCount === 0) return null;
  const basis = facts.rhythmBasis && rhythmBases[facts.rhythmBasis]?.[language];
  return (
    <section className={styles.card} aria-label={m.customers_figures()}>
      <div className={styles.stats}>
        {facts.revenue12m && (
          <Stat
            label={m.customers_revenue_12m()} value={<Money {...facts.revenue12m} whole />} {...changeOf(amount(facts.revenue12m), amount(facts.revenuePrev12m))}
            {...course(monthlyRevenue(bought, whole, Date.now(), timeZone))}
          />
        )}
        <Stat label={m.customers_orders_12m()} value={facts.orders12m ?? 0} {...changeOf(facts.orders12m, facts.ordersPrev12m)} {...course(monthlyOrders(bought, whole, Date.now(), timeZone))} />
        {facts.rhythmDays !== null && <Stat label={`${m.customers_rhythm()}${basis ? ` · ${basis.toLocaleLowerCase(language)}` : ''}`} value={m.customers_days_count({ count: facts.rhythmDays })} />}
        {facts.silencePct !== null && <Stat label={m.customers_silence_of_rhythm()} value={`${facts.silencePct > 999 ? '> 999' : facts.silencePct} %`} />}
        {facts.expectedNextOrderAt && <Stat label={m.customers_next_order()} value={<DateText value={facts.expectedNextOrderAt} />} />}
        {facts.averageOrder && <Stat label={m.customers_average_order()} value={<Money {...facts.averageOrder} whole />} />}
      </div>
      <Value customer={customer} />
    </section>
  );
}

function Value({ customer: { facts } }: { readonly customer: Record }) {
  const scores = [[m.customers_recency(), facts.rfmRecency], [m.customers_frequency(), facts.rfmFrequency], [m.customers_monetary(), facts.rfmMonetary]] as const;
  if (facts.rfmSegment === null && facts.valueTier === null) return null;
  return (
    <div className={styles.rfm}>
      <span className={styles.marks}><TierChip tier={facts.valueTier} named /><RfmChip segment={facts.rfmSegment} /></span>
      {scores.some(([, score]) => score !== null) && (
        <dl className={styles.scores}>
          {scores.map(([label, score]) => score !== null && (
            <div key={label}>
              <dt>{label}</dt>
              <dd><span className={styles.pips} aria-hidden>{[1, 2, 3, 4, 5].map((step) => <i key={step} data-on={step <= score || undefined} />)}</span><span className="num">{score}<span className="visually-hidden"> / 5</span></span></dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
