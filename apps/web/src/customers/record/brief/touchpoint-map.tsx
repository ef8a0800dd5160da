import { channelWord } from '#contacts';
import { activityWord } from '#activities';
import { Heatmap, numberFormat, useFormatting } from '#design';
import { lastMonths, orderChannelWord } from '#orders';
import { m } from '#words';
import styles from '../record.module.css';
import type { Record } from '../use-record.ts';

/** When and how customer and company met in the last twelve months. */
export function TouchpointMap({ customer }: { readonly customer: Record }) {
  const { language, timeZone } = useFormatting();
  const months = lastMonths(Date.now(), timeZone);
  const within = customer.touchpoints.filter(({ month }) => months.includes(month));
  if (within.length === 0) return null;
  const keys = [...new Map(within.map(({ kind, channel }) => [`${kind} ${channel}`, { kind, channel }])).entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows = keys.map(([id, { kind, channel }]) => ({
    id,
    label: kind === 'ORDER' ? m.customers_orders_through({ channel: orderChannelWord(channel) }) : channel === 'MEETING' ? activityWord('MEETING') : channel ? channelWord(channel) : m.orders_channel_unknown(),
    values: months.map((month) => within.find((each) => `${each.kind} ${each.channel}` === id && each.month === month)?.count),
  }));
  // Twelve columns have room for the number of the month, not for its name.
  const columns = months.map((month) => String(Number(month.slice(5))));
  return (
    <section className={styles.card} aria-label={m.customers_touchpoints()}>
      <h2 className={styles.cardTitle}>{m.customers_touchpoints()}</h2>
      <div className={styles.map}>
        <Heatmap caption={m.customers_touchpoints_caption()} corner={m.customers_channel()} columns={columns} rows={rows} format={(value) => numberFormat(language).format(value)} />
      </div>
    </section>
  );
}
