import { renewShown } from '#api-client';
import { numberFormat, RelativeTime } from '#design';
import { DuplicateScanDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import styles from './duplicates.module.css';

/** How far everybody is compared, else when that was; what a scan finds appears while it runs. */
export function ScanProgress() {
  const client = useApolloClient();
  const language = useLanguage();
  const number = (value: number) => numberFormat(language).format(value);
  const { data, startPolling, stopPolling } = useQuery(DuplicateScanDocument, { fetchPolicy: 'cache-and-network' });
  const scan = data?.duplicateScan;
  const running = scan !== undefined && scan !== null && scan.doneAt === null;
  const seen = useRef<number>(undefined);
  useEffect(() => {
    if (running) startPolling(2000);
    return stopPolling;
  }, [running, startPolling, stopPolling]);
  useEffect(() => {
    // The first reading found the queue as it is.
    if (seen.current !== undefined && scan && seen.current !== scan.checked) void renewShown(client, ['DuplicatePairs']);
    seen.current = scan?.checked;
  }, [client, scan]);
  if (!scan) return null;
  if (!running) return scan.doneAt && <p className={styles.last}>{m.duplicates_last_scan()} <RelativeTime value={scan.doneAt} /></p>;
  return (
    <p className={styles.scanning} role="status">
      {m.duplicates_scanning({ checked: number(scan.checked), total: number(scan.total) })}
      <progress value={scan.checked} max={Math.max(scan.total, 1)} aria-label={m.duplicates_scan_bar()} />
    </p>
  );
}
