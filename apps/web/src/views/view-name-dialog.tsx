import { CheckField, Dialog, Fields, TextField } from '#design';
import { m } from '#words';
import { Button } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import type { View } from './use-views.ts';

interface ViewNameDialogProps {
  readonly view: View | undefined;
  /** Answers with what is wrong, or nothing. */
  readonly onSave: (name: string, shared: boolean) => Promise<string | undefined>;
  readonly onClose: () => void;
}

export function ViewNameDialog({ view, onSave, onClose }: ViewNameDialogProps) {
  const form = useId();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const wrong = await onSave(name, shared).catch(() => m.views_failed());
    setBusy(false);
    if (wrong) setProblem(wrong);
    else onClose();
  };
  return (
    <Dialog
      title={view ? m.views_rename() : m.views_save()} onClose={onClose} size="small"
      footer={<><Button variant="default" onClick={onClose}>{m.rules_cancel()}</Button><Button type="submit" form={form} loading={busy}>{m.views_keep()}</Button></>}
    >
      <form id={form} onSubmit={(event) => void submit(event)}>
        <Fields>
          <TextField label={m.views_name()} value={name} onChange={(event) => setName(event.currentTarget.value)} error={problem} maxLength={100} required data-autofocus />
          <CheckField label={m.views_share()} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
        </Fields>
      </form>
    </Dialog>
  );
}
