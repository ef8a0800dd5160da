import { m } from '#words';
import styles from './contacts.module.css';

/** Unfolds the fields that are not shown, and folds them again where that is offered. */
export const MoreFields = ({ hidden, onToggle }: { readonly hidden: number; readonly onToggle: () => void }) => (
  <button type="button" className={styles.more} aria-expanded={hidden === 0} onClick={onToggle}>{hidden > 0 ? m.contacts_more_fields({ count: hidden }) : m.contacts_fewer()}</button>
);
