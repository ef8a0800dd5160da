import { Dialog, Fields, SelectField, TextField } from '#design';
import type { ModelHeadFragment } from '#operations';
import { m } from '#words';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useModelActs } from './use-model-acts.ts';

/** A model of the company's own: a copy of another, or from the beginning. It is switched on when it is ready. */
export function NewModelDialog({ models, onClose }: { readonly models: readonly ModelHeadFragment[]; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const { begin, failed, busy } = useModelActs();
  const [en, setEn] = useState('');
  const [es, setEs] = useState('');
  const [copyOf, setCopyOf] = useState(models[0]?.id ?? '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const model = await begin({ en: en || es, es: es || en }, copyOf || null);
    if (!model) return;
    onClose();
    void navigate({ to: '/lifecycle/$id', params: { id: model.id } });
  };
  return (
    <Dialog title={m.lifecycle_new()} size="small" onClose={onClose}>
      <form onSubmit={(event) => void submit(event).catch(failed)}>
        <Fields>
          <SelectField
            label={m.lifecycle_begin_with()} value={copyOf} onChange={(value) => setCopyOf(value ?? '')}
            data={[...models.map(({ id, name }) => ({ value: id, label: m.lifecycle_copy_of({ name }) })), { value: '', label: m.lifecycle_from_nothing() }]}
          />
          <TextField label={m.lifecycle_name_es()} value={es} maxLength={60} onChange={(event) => setEs(event.currentTarget.value)} data-autofocus />
          <TextField label={m.lifecycle_name_en()} value={en} maxLength={60} onChange={(event) => setEn(event.currentTarget.value)} />
          <Button type="submit" loading={busy} disabled={!en.trim() && !es.trim()} style={{ justifySelf: 'end' }}>{m.lifecycle_create()}</Button>
        </Fields>
      </form>
    </Dialog>
  );
}
