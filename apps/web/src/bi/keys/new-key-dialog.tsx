import { refusalText } from '#api-client';
import { CopyButton, Dialog, Fields, SelectField, TextField } from '#design';
import { CreateAccessKeyDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { accessKeyDays } from '@orbita/domain/access-keys';
import { type FormEvent, useState } from 'react';
import styles from '../bi.module.css';

interface Problem {
  readonly field: string | undefined;
  readonly text: string;
}

/** Makes a key; then shows it, the one time that it can be seen. */
export function NewKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const [made, setMade] = useState<string>();
  return made === undefined ? <Ask onClose={onClose} onMade={setMade} /> : <Once text={made} onClose={onClose} />;
}

function Ask({ onClose, onMade }: { readonly onClose: () => void; readonly onMade: (text: string) => void }) {
  const language = useLanguage();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [problem, setProblem] = useState<Problem>();
  const [create, { loading }] = useMutation(CreateAccessKeyDocument, { refetchQueries: ['AccessKeys'] });
  const errorOf = (field: string) => (problem?.field === field ? problem.text : undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { refusal, text } = (await create({ variables: { input: { name, days: Number(days) } } })).data?.createAccessKey ?? {};
    if (refusal) return setProblem({ field: refusal.field ?? undefined, text: refusalText(refusal, language) });
    return text ? onMade(text) : setProblem({ field: undefined, text: m.bi_failed() });
  };
  return (
    <Dialog
      title={m.bi_new_key()} size="small" onClose={onClose}
      footer={<><Button variant="default" onClick={onClose}>{m.rules_cancel()}</Button><Button type="submit" form="access-key" loading={loading}>{m.bi_make_key()}</Button></>}
    >
      <form id="access-key" noValidate onSubmit={(event) => void submit(event).catch(() => setProblem({ field: undefined, text: m.bi_failed() }))}>
        <Fields refusal={problem && problem.field !== 'name' && problem.field !== 'days' ? problem.text : undefined}>
          <TextField
            label={m.bi_key_name()} description={m.bi_key_name_hint()} data-autofocus required maxLength={80} value={name} error={errorOf('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <SelectField
            label={m.bi_key_days()} value={days} error={errorOf('days')} onChange={(value) => value && setDays(value)}
            data={accessKeyDays.map((count) => ({ value: String(count), label: m.bi_days({ count }) }))}
          />
        </Fields>
      </form>
    </Dialog>
  );
}

function Once({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  return (
    <Dialog title={m.bi_key_made_title()} onClose={onClose} footer={<Button onClick={onClose}>{m.bi_key_kept()}</Button>}>
      <p>{m.bi_key_once()}</p>
      <p className={styles.once}><code>{text}</code><CopyButton text={text} about={m.bi_key()} size="sm" first /></p>
    </Dialog>
  );
}
