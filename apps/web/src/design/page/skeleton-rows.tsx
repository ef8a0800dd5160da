import { m } from '#words';
import { useEffect, useState } from 'react';
import styles from './skeleton-rows.module.css';

const widths = [62, 48, 71, 55, 66, 43, 58];

interface SkeletonRowsProps {
  readonly rows: number;
  /** The height of the row that will stand here, so that nothing jumps. */
  readonly height?: number;
}

/** What is quick shows nothing: the bars appear after 150 ms, in the room the rows will take. */
export function SkeletonRows({ rows, height = 36 }: SkeletonRowsProps) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" style={{ minHeight: rows * height }}>
      <span className="visually-hidden">{m.design_loading()}</span>
      {shown && Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.row} style={{ height }} aria-hidden>
          <SkeletonBar width={widths[index % widths.length] ?? 50} />
        </div>
      ))}
    </div>
  );
}

/** One grey bar; its width in percent. */
export const SkeletonBar = ({ width }: { readonly width: number }) => <span className={styles.bar} style={{ width: `${width}%` }} />;
