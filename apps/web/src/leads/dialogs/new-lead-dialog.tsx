import { refusalText } from '#api-client';
import { type CustomDrafts, filledInputs, OwnFields, strangeAmong, useCustomFields } from '#custom-fields';
import { DecimalField, Dialog, FieldRow, Fields, KeyHint, LongTextField, SelectField, showToast, TextField, useFormatting } from '#design';
import { CaptureLeadDocument, type CaptureLeadInput } from '#operations';
import { DraftNote, useKeptDraft } from '#drafts';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { LeadChannel } from '@orbita/domain/leads';
import { type FormEvent, useState } from 'react';
import { channelWord } from '../lead-words.ts';
import type { Problem } from '../use-lead-acts.ts';

interface NewLeadDialogProps {
  readonly onClose: () => void;
  /** Without an id when it belongs to a customer whom the reader may not see. */
  readonly onCaptured: (id: string | undefined) => void;
}

const channels: readonly LeadChannel[] = ['CALL', 'VISIT', 'FAIR', 'EMAIL', 'MESSAGING', 'CHAT', 'SOCIAL'];
const blank = { channel: 'CALL' as LeadChannel, name: '', organisation: '', email: '', phone: '', message: '', need: '', budget: '', campaign: '', own: {} as CustomDrafts };
type Draft = typeof blank;

/** Somebody called, came by, or left his card at a fair. */
export function NewLeadDialog({ onClose, onCaptured }: NewLeadDialogProps) {
  const { language } = useFormatting();
  const kept = useKeptDraft<Draft>('new-lead', () => blank);
  const { draft, setDraft } = kept;
  const { own: custom } = draft;
  const own = useCustomFields('LEAD');
  const [problem, setProblem] = useState<Problem>();
  const [capture, { loading }] = useMutation(CaptureLeadDocument);
  const set = (changed: Partial<Draft>) => {
    // What was wrong is being put right.
    setProblem(undefined);
    setDraft({ ...draft, ...changed });
  };
  const text = (field: Exclude<keyof Draft, 'own'>, at: string = field) => ({
    value: draft[field], error: problem?.field === at ? problem.text : undefined, autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
  });
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    const strange = strangeAmong(own, custom);
    if (strange) return setProblem(strange);
    const { data } = await capture({ variables: { input: { ...inputOf(draft, language), custom: filledInputs(own, custom) }, key: kept.idempotencyKey } }).catch(() => ({ data: undefined }));
    if (!data) return showToast(m.leads_failed(), { tone: 'bad' });
    const { lead, refusal } = data.captureLead;
    if (refusal) {
      // A refused key may not be used for other input.
      kept.renewKey();
      return setProblem({ field: refusal.field ?? '', text: refusalText(refusal, language) });
    }
    kept.forget();
    showToast(lead ? m.leads_captured_now() : m.leads_captured_elsewhere());
    return onCaptured(lead?.id);
  };
  const giveUp = () => {
    kept.forget();
    onClose();
  };
  useShortcut({ keys: 'mod+enter', label: m.leads_capture(), group: 'page', inDialog: true, run: () => void submit() }, !loading);
  const fields = ['who.name', 'who.organisation', 'who.email', 'who.phone', 'message', 'need', 'budget', 'campaign', ...own.map(({ name }) => `custom.${name}`)];
  return (
    <Dialog
      title={m.leads_new()} onClose={onClose}
      footer={<><Button variant="default" onClick={giveUp}>{m.leads_cancel()}</Button><Button type="submit" form="new-lead" loading={loading} rightSection={<KeyHint keys="mod+enter" onAccent />}>{m.leads_capture()}</Button></>}
    >
      <DraftNote {...kept} />
      <form id="new-lead" onSubmit={(event) => void submit(event)} noValidate>
        <Fields wrong={problem} refusal={problem && !fields.includes(problem.field) ? problem.text : undefined}>
          <FieldRow>
            <SelectField
              label={m.leads_channel()} value={draft.channel} data={channels.map((value) => ({ value, label: channelWord(value, language) }))}
              onChange={(channel) => channel && set({ channel: channel as LeadChannel })}
            />
            <TextField label={m.leads_campaign()} {...text('campaign')} />
          </FieldRow>
          <FieldRow>
            <TextField label={m.leads_name()} data-autofocus {...text('name', 'who.name')} />
            <TextField label={m.leads_organisation()} {...text('organisation', 'who.organisation')} />
          </FieldRow>
          <FieldRow>
            <TextField label={m.leads_email()} type="email" {...text('email', 'who.email')} />
            <TextField label={m.leads_phone()} type="tel" {...text('phone', 'who.phone')} />
          </FieldRow>
          <LongTextField label={m.leads_message()} {...text('message')} />
          <FieldRow>
            <TextField label={m.leads_need()} {...text('need')} />
            <DecimalField label={m.leads_budget()} allowNegative={false} value={draft.budget} error={problem?.field === 'budget' ? problem.text : undefined} onChange={(budget) => set({ budget })} />
          </FieldRow>
          {own.length > 0 && (
            <OwnFields
              fields={own} drafts={custom} onChange={(next) => set({ own: next })} isFirst={({ required }) => required} hint={m.fields_required_lead_short()}
              errorAt={(path) => (problem?.field === path ? problem.text : undefined)}
            />
          )}
        </Fields>
      </form>
    </Dialog>
  );
}

const filled = (value: string) => value.trim() || undefined;

const inputOf = ({ channel, name, organisation, email, phone, message, need, budget, campaign }: Draft, language: string): CaptureLeadInput => ({
  channel, campaign: filled(campaign), message: filled(message), need: filled(need), budget: filled(budget),
  who: { name: filled(name), organisation: filled(organisation), email: filled(email), phone: filled(phone), language },
});
