import { refusalText } from '#api-client';
import { DateField, Dialog, FieldRow, Fields, SelectField, showToast, TextField } from '#design';
import { channelWord } from '#contacts';
import { RecordStatementDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { channels } from '@orbita/domain/contacts';
import { lawfulBases, lawfulBasisLabels, processingPurposeLabels, processingPurposes } from '@orbita/domain/privacy';
import { useState } from 'react';

interface ConsentFormProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

/** What he said, on what it rests and what proves it. */
export function ConsentForm({ customerId, onClose }: ConsentFormProps) {
  const language = useLanguage();
  const [record, { loading }] = useMutation(RecordStatementDocument);
  const [draft, setDraft] = useState({ channel: 'EMAIL', purpose: 'MARKETING', lawfulBasis: 'CONSENT', source: '', wording: '', document: '', proof: '' });
  const [until, setUntil] = useState('');
  const [problem, setProblem] = useState<string>();
  const set = (key: keyof typeof draft) => (value: string | null) => value !== null && setDraft((before) => ({ ...before, [key]: value }));
  const text = (key: 'source' | 'wording' | 'document' | 'proof', label: string, description?: string) => (
    <TextField label={label} {...(description ? { description } : {})} value={draft[key]} onChange={(event) => set(key)(event.currentTarget.value)} />
  );
  const say = async (state: 'GRANTED' | 'DENIED') => {
    const input = { ...draft, customerId, state, validUntil: until === '' ? null : `${until}T00:00:00Z` };
    const { data } = await record({ variables: { input } }).catch(() => ({ data: undefined }));
    const no = data ? data.recordConsent.refusal && refusalText(data.recordConsent.refusal, language) : m.customers_not_saved();
    if (no) return setProblem(no);
    showToast(m.privacy_recorded());
    onClose();
  };
  return (
    <Dialog
      title={m.privacy_record_title()} onClose={onClose}
      footer={(
        <>
          <Button variant="default" loading={loading} onClick={() => void say('DENIED')}>{m.privacy_denied()}</Button>
          <Button loading={loading} onClick={() => void say('GRANTED')}>{m.privacy_granted()}</Button>
        </>
      )}
    >
      <Fields>
        <FieldRow>
          <SelectField label={m.privacy_channel()} value={draft.channel} onChange={set('channel')} data={channels.map((one) => ({ value: one, label: channelWord(one) }))} data-autofocus />
          <SelectField label={m.privacy_purpose()} value={draft.purpose} onChange={set('purpose')} data={processingPurposes.map((one) => ({ value: one, label: processingPurposeLabels[one][language] }))} />
        </FieldRow>
        <SelectField label={m.privacy_basis()} value={draft.lawfulBasis} onChange={set('lawfulBasis')} data={lawfulBases.map((one) => ({ value: one, label: lawfulBasisLabels[one][language] }))} />
        {text('source', m.privacy_source(), m.privacy_source_how())}
        {text('wording', m.privacy_wording())}
        <FieldRow>{text('document', m.privacy_document())}{text('proof', m.privacy_proof(), m.privacy_proof_how())}</FieldRow>
        <DateField label={m.privacy_valid_until()} value={until} onChange={setUntil} {...(problem ? { error: problem } : {})} />
      </Fields>
    </Dialog>
  );
}
