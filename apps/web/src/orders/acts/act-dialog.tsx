import { Dialog, KeyHint } from '#design';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface ActDialogProps {
  readonly title: string;
  readonly action: string;
  readonly busy: boolean;
  readonly dangerous?: boolean;
  readonly size?: 'small' | 'medium';
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question with fields and one deed. */
export function ActDialog({ title, action, busy, dangerous = false, size = 'small', onAct, onClose, children }: ActDialogProps) {
  const id = useId();
  useShortcut({ keys: 'mod+enter', label: action, group: 'page', inDialog: true, run: onAct }, !busy);
  return (
    <Dialog
      title={title} onClose={onClose} size={size}
      footer={(
        <>
          <Button variant="default" onClick={onClose}>{m.design_cancel()}</Button>
          <Button type="submit" form={id} color={dangerous ? 'red.9' : 'brand'} loading={busy} rightSection={<KeyHint keys="mod+enter" onAccent />}>{action}</Button>
        </>
      )}
    >
      <form
        id={id} noValidate onSubmit={(event) => {
          event.preventDefault();
          onAct();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
