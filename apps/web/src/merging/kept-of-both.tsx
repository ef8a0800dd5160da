import { NumberText } from '#design';
import { m } from '#words';
import type { MergePreview } from './merge-preview.ts';
import styles from './merging.module.css';

type Counts = MergePreview['hangingFromA'];
type Room = Exclude<keyof Counts, '__typename'>;

const rooms: readonly (readonly [Room, () => string])[] = [
  ['orders', m.merging_orders], ['opportunities', m.merging_opportunities], ['leads', m.merging_leads], ['cycles', m.merging_cycles],
  ['activities', m.merging_activities], ['contacts', m.merging_contacts], ['contactPoints', m.merging_points], ['addresses', m.merging_addresses], ['lists', m.merging_lists],
];

/** Nothing is thrown away: how much of each, from one side and the other. */
export function KeptOfBoth({ preview: { a, b, hangingFromA, hangingFromB } }: { readonly preview: MergePreview }) {
  const shown = rooms.filter(([room]) => (hangingFromA[room] ?? 0) + (hangingFromB[room] ?? 0) > 0);
  return (
    <section className={styles.kept} aria-labelledby="kept-of-both">
      <h2 id="kept-of-both">{m.merging_kept()}</h2>
      <p className={styles.quiet}>{m.merging_kept_how()}</p>
      {shown.length > 0 && (
        <table className={styles.counts}>
          <thead><tr><td /><th scope="col" data-side="a">{a.name}</th><th scope="col" data-side="b">{b.name}</th></tr></thead>
          <tbody>
            {shown.map(([room, label]) => (
              <tr key={room}><th scope="row">{label()}</th><td><NumberText value={hangingFromA[room] ?? 0} /></td><td><NumberText value={hangingFromB[room] ?? 0} /></td></tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
