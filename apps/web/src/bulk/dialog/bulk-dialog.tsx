import { refusalText } from '#api-client';
import { Dialog, Fields, KeyHint, showToast } from '#design';
import { type BulkChangeInput, type BulkSubject, type BulkTargetsInput, type BulkVerb, StartBulkChangeDocument } from '#operations';
import { useShortcut } from '#shortcuts';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { bulkKinds } from '@orbita/domain/bulk';
import { type FormEvent, useState } from 'react';
import { bulkTitle, verbWord } from '../bulk-words.ts';
import styles from '../bulk.module.css';
import { watch } from '../watched.ts';
import { BulkFields } from './bulk-fields.tsx';
import { BulkPreview } from './bulk-preview.tsx';

export interface BulkDialogProps {
  readonly subject: BulkSubject;
  readonly verb: BulkVerb;
  readonly count: number;
  readonly targets: BulkTargetsInput;
  readonly stages?: readonly { readonly value: string; readonly label: string }[] | undefined;
  readonly onClose: () => void;
  readonly onStarted: () => void;
}

/** What is to be written, what that would do, and the start: the rest goes on without the window. */
export function BulkDialog({ subject, verb, count, targets, stages, onClose, onStarted }: BulkDialogProps) {
  const language = useLanguage();
  const needsNothing = bulkKinds[subject][verb]?.values.length === 0;
  const [change, setChange] = useState<BulkChangeInput | undefined>(needsNothing ? { verb } : undefined);
  const [problem, setProblem] = useState<string>();
  // A second click, or a lost answer, starts nothing twice; another change is another start.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [start, { loading }] = useMutation(StartBulkChangeDocument);
  const write = (next: BulkChangeInput | undefined) => {
    setChange(next);
    setProblem(undefined);
    setKey(crypto.randomUUID());
  };
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!change) return setProblem(m.bulk_pick_something());
    const { data } = await start({ variables: { input: { subject, targets, change }, key } }).catch(() => ({ data: undefined }));
    const answer = data?.startBulkChange;
    if (!answer?.bulkChange) return setProblem(answer?.refusal ? refusalText(answer.refusal, language) : m.bulk_not_started());
    watch(answer.bulkChange.id);
    showToast(m.bulk_started({ title: bulkTitle(subject, verb, answer.bulkChange.total) }));
    onStarted();
    onClose();
  };
  useShortcut({ keys: 'mod+enter', label: verbWord(verb), group: 'page', inDialog: true, run: () => void submit() }, !loading);
  const title = bulkTitle(subject, verb, count);
  return (
    <Dialog
      title={title} onClose={onClose}
      footer={(
        <>
          <Button variant="default" onClick={onClose}>{m.bulk_cancel()}</Button>
          <Button type="submit" form="bulk-change" color={verb === 'DELETE' ? 'red.9' : 'brand'} loading={loading} rightSection={<KeyHint keys="mod+enter" onAccent />}>{verbWord(verb)}</Button>
        </>
      )}
    >
      <form id="bulk-change" className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <Fields refusal={problem}>
          {verb === 'DELETE' && <p>{m.bulk_delete_text()}</p>}
          <BulkFields subject={subject} verb={verb} stages={stages} onChange={write} />
        </Fields>
        {change && <BulkPreview input={{ subject, targets, change }} />}
        {bulkKinds[subject][verb]?.isUndone === false && <p className={styles.final}>{m.bulk_final()}</p>}
      </form>
    </Dialog>
  );
}
