import { NumberText } from '#design';
import type { SegmentPreviewQuery } from '#operations';
import { m } from '#words';
import styles from './insight.module.css';

export type Preview = SegmentPreviewQuery['segmentPreview'];

/** Three counts that add up to all: who fulfils it, who does not, of whom it is not known. */
export function Counts({ preview: { total, holds, fails, unknown } }: { readonly preview: Preview }) {
  const parts = [
    { id: 'holds', name: m.segments_holds(), count: holds },
    { id: 'fails', name: m.segments_fails(), count: fails },
    { id: 'unknown', name: m.segments_unknown(), count: unknown },
  ] as const;
  return (
    <section className={styles.counts} role="status" aria-label={m.segments_counts()}>
      <p className={styles.size}><b className="num" data-testid="segment-size"><NumberText value={holds} /></b> {m.segments_of_total()} <NumberText value={total} /></p>
      <div className={styles.split} aria-hidden>
        {parts.filter(({ count }) => count > 0).map(({ id, count }) => <i key={id} data-part={id} style={{ flexGrow: count }} />)}
      </div>
      <ul className={styles.legend}>
        {parts.map(({ id, name, count }) => (
          <li key={id} data-part={id}><i aria-hidden />{name} <b><NumberText value={count} /></b> <span><NumberText value={total > 0 ? count / total : 0} percent digits={1} /></span></li>
        ))}
      </ul>
    </section>
  );
}
