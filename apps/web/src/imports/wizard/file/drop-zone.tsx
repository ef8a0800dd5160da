import { m } from '#words';
import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { pastedFile } from './pasted.ts';
import styles from './file.module.css';

/** Takes a file by drop, by choice or by paste; rows copied out of a spreadsheet too. */
export function DropZone({ onFile, disabled }: { readonly onFile: (file: Blob, name: string) => void; readonly disabled: boolean }) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(onFile);
  latest.current = onFile;
  useEffect(() => {
    if (disabled) return undefined;
    const paste = (event: ClipboardEvent) => {
      const pasted = pastedFile({ files: [...(event.clipboardData?.files ?? [])], text: event.clipboardData?.getData('text/plain') ?? '' }, m.imports_pasted_name());
      if (!pasted || (event.target as Element).closest('input, textarea, [role=dialog]')) return;
      event.preventDefault();
      latest.current(pasted.file, pasted.name);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [disabled]);
  const drag = (within: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(within && !disabled);
  };
  const drop = (event: DragEvent) => {
    drag(false)(event);
    const [file] = event.dataTransfer.files;
    if (file && !disabled) onFile(file, file.name);
  };
  return (
    <div className={styles.zone} data-over={over || undefined} role="group" aria-label={m.imports_file()} onDragEnter={drag(true)} onDragOver={drag(true)} onDragLeave={drag(false)} onDrop={drop}>
      <IconFileSpreadsheet size={28} stroke={1.3} aria-hidden />
      <p className={styles.lead}>{m.imports_drop()}</p>
      <p className={styles.quiet}>{m.imports_drop_how()}</p>
      <input
        ref={input} type="file" hidden accept=".csv,.tsv,.txt,.xlsx,.gz,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" data-import-file
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) onFile(file, file.name);
        }}
      />
      <Button variant="default" disabled={disabled} onClick={() => input.current?.click()} data-autofocus>{m.imports_choose()}</Button>
    </div>
  );
}
