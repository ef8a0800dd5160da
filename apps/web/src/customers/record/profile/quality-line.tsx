import { CustomerQualityDocument } from '#operations';
import { m } from '#words';
import { useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import styles from '../record.module.css';

const renewed = 60_000;

/** How good his data are, and what is missing when one opens it; whatever changes is judged within the minute. */
export function QualityLine({ customerId, stamp }: { readonly customerId: string; readonly stamp: string | undefined }) {
  const { data, refetch } = useQuery(CustomerQualityDocument, { variables: { id: customerId }, pollInterval: renewed });
  const seen = useRef(stamp);
  useEffect(() => {
    if (seen.current !== stamp) void refetch().catch(() => {});
    seen.current = stamp;
  }, [stamp, refetch]);
  const quality = data?.customer?.quality;
  if (!quality) return null;
  const { score, missing } = quality;
  return (
    <section aria-label={m.quality_of_record()}>
      {missing.length === 0 ? <p className={styles.sub}>{m.quality_whole_record({ score })}</p> : (
        <details className={styles.quality}>
          <summary>{m.quality_record({ score, count: missing.length })}</summary>
          <ul>{missing.map(({ key, label, advice }) => <li key={key}><b>{label}.</b> {advice}</li>)}</ul>
        </details>
      )}
    </section>
  );
}
