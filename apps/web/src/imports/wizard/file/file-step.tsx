import { numberFormat } from '#design';
import { m, useLanguage } from '#words';
import { Button } from '@mantine/core';
import { IconAlertCircle, IconFileCheck } from '@tabler/icons-react';
import { DropZone } from './drop-zone.tsx';
import { sizeText } from './size-text.ts';
import { type Upload, useUpload } from './use-upload.ts';
import styles from './file.module.css';

interface FileStepProps {
  /** The file that is there already. */
  readonly file: { readonly name: string; readonly bytes: number } | undefined;
  /** What is wrong with it. */
  readonly refusal: string | undefined;
  readonly onTaken: (fileId: string) => void;
}

/** The file: one is given, or the one that is there is shown and may be replaced. */
export function FileStep({ file, refusal, onTaken }: FileStepProps) {
  const language = useLanguage();
  const { upload, problem, send, stop } = useUpload(onTaken);
  const no = problem ?? (upload ? undefined : refusal);
  return (
    <div className={styles.file}>
      {file && !upload && (
        <p className={styles.there}><IconFileCheck size={18} stroke={1.5} aria-hidden /><b>{file.name}</b><span className={styles.quiet}>{sizeText(file.bytes, language)}</span></p>
      )}
      {no && <p role="alert" className={styles.refusal}><IconAlertCircle size={16} stroke={1.6} aria-hidden />{no}</p>}
      {upload ? <Sending upload={upload} onStop={stop} /> : <DropZone onFile={(given, name) => void send(given, name)} disabled={false} />}
      <ul className={styles.hints}>
        <li>{m.imports_hint_heading()}</li>
        <li>{m.imports_hint_back()}</li>
        <li>{m.imports_hint_twice()}</li>
      </ul>
    </div>
  );
}

function Sending({ upload: { name, size, share }, onStop }: { readonly upload: Upload; readonly onStop: () => void }) {
  const language = useLanguage();
  const sent = share >= 1;
  return (
    <div className={styles.sending} role="status">
      <p><b>{name}</b> <span className={styles.quiet}>{sizeText(size, language)}</span></p>
      <progress value={sent ? undefined : share} aria-label={m.imports_upload_bar()} />
      <p className={styles.quiet}>{sent ? m.imports_reading() : m.imports_sending({ share: numberFormat(language, { style: 'percent' }).format(share) })}</p>
      <Button variant="default" size="compact-sm" onClick={onStop}>{m.design_cancel()}</Button>
    </div>
  );
}
