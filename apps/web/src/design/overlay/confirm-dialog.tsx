import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { KeyHint } from '../mark/key-hint.tsx';
import { Dialog } from './dialog.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
  /** The verb: "Delete 12 customers", never "OK". */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly dangerous?: boolean;
  readonly busy?: boolean;
}

/** For what cannot be undone; everything else is done at once and offers Undo. */
export function ConfirmDialog({ title, children, action, onConfirm, onClose, dangerous = false, busy = false }: ConfirmDialogProps) {
  useShortcut({ keys: 'mod+enter', label: action, group: 'page', inDialog: true, run: onConfirm }, !busy);
  return (
    <Dialog
      title={title} onClose={onClose} size="small"
      footer={(
        <>
          <Button variant="default" onClick={onClose} data-autofocus>{m.design_cancel()}</Button>
          <Button color={dangerous ? 'red.9' : 'brand'} loading={busy} onClick={onConfirm} rightSection={<KeyHint keys="mod+enter" onAccent />}>
            {action}
          </Button>
        </>
      )}
    >
      {children}
    </Dialog>
  );
}
