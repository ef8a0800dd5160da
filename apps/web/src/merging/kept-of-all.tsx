import { NumberText } from '#design';
import { m } from '#words';
import { type MergePreview, sideColour } from './merge-preview.ts';
import styles from './merging.module.css';

type Counts = MergePreview['hanging'][number];
type Room = Exclude<keyof Counts, '__typename'>;

const rooms: readonly (readonly [Room, () => string])[] = [
  ['orders', m.merging_orders], ['opportunities', m.merging_opportunities], ['leads', m.merging_leads], ['cycles', m.merging_cycles],
  ['activities', m.merging_activities], ['contacts', m.merging_contacts], ['contactPoints', m.merging_points], ['addresses', m.merging_addresses], ['lists', m.merging_lists],
];

/** Nothing is thrown away: how much of each comes from whom. */
export function KeptOfAll({ preview: { customers, hanging } }: { readonly preview: MergePreview }) {
  const shown = rooms.filter(([room]) => hanging.some((counts) => (counts[room] ?? 0) > 0));
  return (
    <section className={styles.kept} aria-labelledby="kept-of-all">
      <h2 id="kept-of-all">{m.merging_kept()}</h2>
      <p className={styles.quiet}>{m.merging_kept_how()}</p>
      {shown.length > 0 && (
        <div className={styles.wide} tabIndex={0} role="group" aria-labelledby="kept-of-all">
          <table className={styles.counts}>
            <thead><tr><td />{customers.map(({ id, name }, at) => <th key={id} scope="col" className={styles.head} style={sideColour(at)}>{name}</th>)}</tr></thead>
            <tbody>
              {shown.map(([room, label]) => (
                <tr key={room}><th scope="row">{label()}</th>{customers.map(({ id }, at) => <td key={id}><NumberText value={hanging[at]?.[room] ?? 0} /></td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
