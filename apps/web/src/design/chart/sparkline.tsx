import styles from './stat.module.css';

const width = 96;
const height = 24;
const edge = 2;

/** The course of a figure without axes; in words for those who cannot see it. */
export function Sparkline({ values, label }: { readonly values: readonly number[]; readonly label: string }) {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const points = values.map((value, index) => {
    const x = edge + (index / Math.max(1, values.length - 1)) * (width - 2 * edge);
    return [x, height - edge - ((value - low) / span) * (height - 2 * edge)] as const;
  });
  const line = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const end = points.at(-1);
  return (
    <svg className={styles.sparkline} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {points.length > 1 && <polygon points={`${edge},${height} ${line} ${width - edge},${height}`} />}
      <polyline points={line} />
      {end && <circle cx={end[0]} cy={end[1]} r={2} />}
    </svg>
  );
}
