import { m } from '#words';
import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { troubleOf } from './trouble-of.ts';
import styles from './state.module.css';

interface ErrorStateProps {
  /** What went wrong, in plain words. */
  readonly title?: string;
  /** What the reader can do now; what the error says when not given. */
  readonly advice?: string;
  /** Why it could not be loaded. */
  readonly error?: unknown;
  readonly onRetry?: () => void;
}

export function ErrorState({ title = m.design_error_title(), advice, error, onRetry }: ErrorStateProps) {
  const trouble = troubleOf(error);
  return (
    <div className={styles.state} role="alert">
      <span className={styles.icon} data-bad><IconPlugConnectedX size={20} stroke={1.5} aria-hidden /></span>
      <div>
        <p className={styles.title}>{title}</p>
        <p className={styles.text}>{advice ?? trouble.advice}</p>
      </div>
      {onRetry && <Button variant="default" onClick={onRetry}>{m.design_retry()}</Button>}
      {trouble.reference && <p className={styles.detail}>{m.design_error_reference({ reference: trouble.reference })}</p>}
    </div>
  );
}
