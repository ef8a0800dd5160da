import { DateText } from '#design';
import { m } from '#words';
import { Link } from '@tanstack/react-router';
import styles from './record.module.css';
import type { Record } from './use-record.ts';

/** Of an erased customer there is nothing to do or to bring back. */
export function ErasedBar({ customer }: { readonly customer: Record }) {
  return (
    <div className={styles.deleted} role="status">
      <span>{m.privacy_is_erased()} {customer.erasedAt && <DateText value={customer.erasedAt} />}</span>
      <Link to="/settings/privacy">{m.privacy_erasures()}</Link>
    </div>
  );
}
