import { NumberText } from '#design';
import type { ImportCountsFragment } from '#operations';
import { m } from '#words';
import styles from './counts.module.css';

/** How many of each kind of thing: an order's row makes customers and products too. */
export function ThingCounts({ things }: { readonly things: ImportCountsFragment['things'] }) {
  if (things.length === 0) return null;
  return (
    <table className={styles.things}>
      <caption className="visually-hidden">{m.imports_things()}</caption>
      <thead><tr><td /><th scope="col">{m.imports_created()}</th><th scope="col">{m.imports_updated()}</th><th scope="col">{m.imports_unchanged()}</th></tr></thead>
      <tbody>
        {things.map(({ kind, label, created, updated, unchanged }) => (
          <tr key={kind}><th scope="row">{label}</th>{[created, updated, unchanged].map((value, at) => <td key={at} data-none={value === 0 || undefined}><NumberText value={value} /></td>)}</tr>
        ))}
      </tbody>
    </table>
  );
}
