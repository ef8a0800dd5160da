/** One line of the table. */
export interface Row {
  readonly scenario: string;
  readonly floor: string;
  readonly ours: string;
  readonly ratio: string;
  readonly target: string;
  readonly met: boolean | undefined;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

/** The value below which this share of them lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export function markdown(rows: readonly Row[]): string {
  const mark = ({ met }: Row) => (met === undefined ? '' : met ? ' ✓' : ' ✗');
  return ['| scenario | floor | ours | ratio | target |', '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row.scenario} | ${row.floor} | ${row.ours} | ${row.ratio} | ${row.target}${mark(row)} |`)].join('\n');
}
