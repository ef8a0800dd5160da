import { refusalText } from '#api-client';
import { DateField, Dialog, FieldRow, Fields, SelectField, showToast, TextField, useFormatting } from '#design';
import { channelWord } from '#contacts';
import { RecordStatementDocument } from '#operations';
import { holdBack, partOf } from '#shortcuts';
import { m } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { channels } from '@orbita/domain/contacts';
import { lawfulBases, lawfulBasisLabels, processingPurposeLabels, processingPurposes } from '@orbita/domain/privacy';
import { type MouseEvent, useState } from 'react';
import { afterDay } from './last-day.ts';

interface ConsentFormProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

/** What he said, on what it rests and what proves it. */
export function ConsentForm({ customerId, onClose }: ConsentFormProps) {
  const { language, timeZone } = useFormatting();
  const [record, { loading }] = useMutation(RecordStatementDocument);
  const [draft, setDraft] = useState({ channel: 'EMAIL', purpose: 'MARKETING', lawfulBasis: 'CONSENT', source: '', wording: '', document: '', proof: '' });
  const [until, setUntil] = useState('');
  const [problem, setProblem] = useState<{ readonly field: string | null; readonly text: string }>();
  const set = (key: keyof typeof draft) => (value: string | null) => value !== null && setDraft((before) => ({ ...before, [key]: value }));
  const text = (key: 'source' | 'wording' | 'document' | 'proof', label: string, description?: string) => (
    <TextField label={label} {...(description ? { description } : {})} value={draft[key]} onChange={(event) => set(key)(event.currentTarget.value)} />
  );
  const say = async (state: 'GRANTED' | 'DENIED') => {
    const input = { ...draft, customerId, state, validUntil: until === '' ? null : afterDay(until, timeZone) };
    const { data } = await record({ variables: { input } }).catch(() => ({ data: undefined }));
    if (!data) return setProblem({ field: null, text: m.customers_not_saved() });
    const { refusal } = data.recordConsent;
    if (refusal) return setProblem({ field: refusal.field, text: refusalText(refusal, language) });
    showToast(m.privacy_recorded());
    onClose();
  };
  const saying = (state: 'GRANTED' | 'DENIED') => (event: MouseEvent) => holdBack(partOf(event.currentTarget)) || void say(state);
  return (
    <Dialog
      title={m.privacy_record_title()} onClose={onClose}
      footer={(
        <>
          <Button variant="default" loading={loading} onClick={saying('DENIED')}>{m.privacy_denied()}</Button>
          <Button loading={loading} onClick={saying('GRANTED')}>{m.privacy_granted()}</Button>
        </>
      )}
    >
      <Fields refusal={problem && problem.field !== 'validUntil' ? problem.text : undefined}>
        <FieldRow>
          <SelectField label={m.privacy_channel()} value={draft.channel} onChange={set('channel')} data={channels.map((one) => ({ value: one, label: channelWord(one) }))} data-autofocus />
          <SelectField label={m.privacy_purpose()} value={draft.purpose} onChange={set('purpose')} data={processingPurposes.map((one) => ({ value: one, label: processingPurposeLabels[one][language] }))} />
        </FieldRow>
        <SelectField label={m.privacy_basis()} value={draft.lawfulBasis} onChange={set('lawfulBasis')} data={lawfulBases.map((one) => ({ value: one, label: lawfulBasisLabels[one][language] }))} />
        {text('source', m.privacy_source(), m.privacy_source_how())}
        {text('wording', m.privacy_wording())}
        <FieldRow>{text('document', m.privacy_document())}{text('proof', m.privacy_proof(), m.privacy_proof_how())}</FieldRow>
        <DateField label={m.privacy_valid_until()} value={until} error={problem?.field === 'validUntil' ? problem.text : undefined} onChange={setUntil} />
      </Fields>
    </Dialog>
  );
}
