import { CopyButton } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import styles from './two-factor.module.css';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** The one time they can be seen. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const text = codes.join('\n');
  const save = () => {
    const link = document.createElement('a');
    link.href = `data:text/plain;charset=utf-8,${encodeURIComponent(`Orbita\n${text}\n`)}`;
    link.download = 'orbita-recovery-codes.txt';
    link.click();
  };
  return (
    <div className={styles.steps}>
      <p role="status">{m.access_recovery_once()}</p>
      <ul className={styles.codes} aria-label={m.access_recovery_codes()}>{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
      <div className={styles.row}>
        <CopyButton text={text} size="sm" />
        <Button variant="default" leftSection={<IconDownload size={14} />} onClick={save}>{m.access_recovery_save()}</Button>
        <Button onClick={onKept} data-autofocus autoFocus>{m.access_recovery_kept()}</Button>
      </div>
    </div>
  );
}
