import { m } from '#words';
import { Button } from '@mantine/core';
import styles from './virtual-table.module.css';

/** Below a list of which a later page could not be read: its grey bars mean that no more. */
export const MissingRows = ({ onRetry }: { readonly onRetry: (() => void) | undefined }) => (
  <p role="alert" className={styles.missing}>
    {m.design_rows_missing()}
    {onRetry && <Button variant="default" size="compact-sm" onClick={onRetry}>{m.design_retry()}</Button>}
  </p>
);
