import { DateText, NumberText } from '#design';
import { m } from '#words';
import styles from './insight.module.css';

const width = 600;
const height = 120;

interface CourseProps {
  readonly history: readonly { readonly countedAt: string; readonly members: number }[];
}

/** The counts over time, from nobody at the foot to the highest at the top; the table below says the same in figures. */
export function Course({ history }: CourseProps) {
  const times = history.map(({ countedAt }) => Date.parse(countedAt));
  const [from = 0, until = 1] = [times[0], times.at(-1)];
  const top = Math.max(...history.map(({ members }) => members), 1);
  const points = history.map(({ members }, index) => [((times[index] ?? from) - from) / Math.max(1, until - from) * width, height - members / top * height] as const);
  const line = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const [first, last] = [history[0], history.at(-1)];
  return (
    <figure className={styles.course}>
      <span className={styles.top}><NumberText value={top} /></span>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={m.segments_course()}>
        {points.length > 1 && <polygon points={`0,${height} ${line} ${width},${height}`} />}
        <polyline points={points.length > 1 ? line : `0,${points[0]?.[1] ?? 0} ${width},${points[0]?.[1] ?? 0}`} vectorEffect="non-scaling-stroke" />
      </svg>
      <figcaption>
        {first && <DateText value={first.countedAt} />}
        {last && <span><DateText value={last.countedAt} /> · <b><NumberText value={last.members} /></b></span>}
      </figcaption>
    </figure>
  );
}
