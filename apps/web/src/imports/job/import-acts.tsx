import { useMe } from '#access';
import { ConfirmDialog } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { IconArrowBackUp, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportJob } from './use-import.ts';
import { useImportActs } from './use-import-acts.ts';

/** Stops what runs, goes on with what was stopped, takes back what was done. */
export function ImportActs({ job: { id, fileName, status, stopAsked, viewerCanResume, viewerCanUndo } }: { readonly job: ImportJob }) {
  const { role } = useMe();
  const { stop, resume, undo } = useImportActs(id);
  const [asking, setAsking] = useState(false);
  const running = (status === 'WAITING' || status === 'RUNNING') && scopeOf(role, 'import', 'create') === 'all';
  return (
    <>
      {running && <Button variant="default" disabled={stopAsked} leftSection={<IconPlayerStop size={14} stroke={1.6} aria-hidden />} onClick={stop}>{m.imports_stop()}</Button>}
      {viewerCanUndo && <Button variant="default" leftSection={<IconArrowBackUp size={14} stroke={1.6} aria-hidden />} onClick={() => setAsking(true)}>{m.imports_undo()}</Button>}
      {viewerCanResume && <Button leftSection={<IconPlayerPlay size={14} stroke={1.6} aria-hidden />} onClick={resume}>{m.imports_resume()}</Button>}
      {asking && (
        <ConfirmDialog title={m.imports_undo_title({ name: fileName })} action={m.imports_undo()} dangerous onClose={() => setAsking(false)} onConfirm={() => { setAsking(false); undo(); }}>
          <p>{m.imports_undo_how()}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
