import { m } from '#words';
import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import styles from './state.module.css';

interface ErrorStateProps {
  /** What went wrong, in plain words. */
  readonly title?: string;
  /** What the reader can do now. */
  readonly advice?: string;
  readonly onRetry?: () => void;
  /** The request's id, to tell whoever runs the server. */
  readonly reference?: string;
}

export function ErrorState({ title = m.design_error_title(), advice = m.design_error_advice(), onRetry, reference }: ErrorStateProps) {
  return (
    <div className={styles.state} role="alert">
      <span className={styles.icon} data-bad><IconPlugConnectedX size={20} stroke={1.5} aria-hidden /></span>
      <div>
        <p className={styles.title}>{title}</p>
        <p className={styles.text}>{advice}</p>
      </div>
      {onRetry && <Button variant="default" onClick={onRetry}>{m.design_retry()}</Button>}
      {reference && <p className={styles.detail}>{m.design_error_reference({ reference })}</p>}
    </div>
  );
}
