import { m } from '#words';
import type { ReactNode } from 'react';
import styles from './chart.module.css';

export interface HeatmapRow {
  readonly id: string;
  readonly label: ReactNode;
  /** One a column; undefined where nothing is known yet. */
  readonly values: readonly (number | undefined)[];
}

interface HeatmapProps {
  readonly caption: string;
  /** Over the first column: what the rows are. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly HeatmapRow[];
  readonly format: (value: number) => string;
  /** The value of the strongest tint; by default the largest. */
  readonly most?: number;
}

const steps = 7;

/** A cohort grid: a real table, the tint only repeats the number. */
export function Heatmap({ caption, corner, columns, rows, format, most }: HeatmapProps) {
  const top = most ?? (Math.max(...rows.flatMap(({ values }) => values.filter((value) => value !== undefined)), 0) || 1);
  return (
    <div className={styles.heatmap} tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr><th scope="col">{corner}</th>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, values }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              {columns.map((column, index) => <HeatCell key={column} value={values[index]} top={top} format={format} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeatCell({ value, top, format }: { readonly value: number | undefined; readonly top: number; readonly format: (value: number) => string }) {
  if (value === undefined) return <td><span className="visually-hidden">{m.design_no_data()}</span></td>;
  const step = Math.min(steps, Math.ceil((value / top) * steps));
  return <td className="num" style={{ background: `color-mix(in srgb, var(--heat) ${step * 7}%, var(--panel))` }}>{format(value)}</td>;
}
