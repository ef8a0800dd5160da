import { NumberText } from '#design';
import type { ImportCountsFragment } from '#operations';
import { m } from '#words';
import styles from './counts.module.css';

type Rows = Omit<ImportCountsFragment['rows'], '__typename'>;

/** What became of the rows: the five add up to all. */
export function RowCounts({ rows }: { readonly rows: Rows }) {
  const counts: readonly (readonly [string, number, ('ok' | 'bad' | 'warn')?])[] = [
    [m.imports_created(), rows.created, 'ok'], [m.imports_updated(), rows.updated, 'ok'], [m.imports_unchanged(), rows.unchanged], [m.imports_skipped(), rows.skipped, 'warn'],
    [m.imports_refused(), rows.refused, 'bad'],
  ];
  return (
    <dl className={styles.counts}>
      {counts.map(([label, value, tone]) => (
        <div key={label} data-tone={value > 0 ? tone : undefined} data-none={value === 0 || undefined}><dt>{label}</dt><dd><NumberText value={value} /></dd></div>
      ))}
    </dl>
  );
}
