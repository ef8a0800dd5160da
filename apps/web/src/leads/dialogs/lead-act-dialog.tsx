import { usePeople } from '#activities';
import { refusalText } from '#api-client';
import { type CustomDrafts, CustomValueField, inputOf, isEmpty, strangeAmong, useCustomFields } from '#custom-fields';
import { DateField, Dialog, Fields, KeyHint, LongTextField, SelectField, TextField, useFormatting } from '#design';
import { useShortcut } from '#shortcuts';
import { m } from '#words';
import { Button } from '@mantine/core';
import { addMonths, instantAt, localDate, toIso } from '@orbita/domain/calendar';
import { type DisqualificationReason, disqualificationReasons } from '@orbita/domain/leads';
import { type FormEvent, type ReactNode, useState } from 'react';
import { glimpse, reasonWord } from '../lead-words.ts';
import type { OpenLead } from '../panel/open-lead.ts';
import { ownOf, same, useKeptOwn } from '../panel/own-fields-form.tsx';
import { answersOf, draftOf as answersNow, useKeptAnswers } from '../panel/qualification-form.tsx';
import { type Problem, useLeadActs } from '../use-lead-acts.ts';

interface ActProps {
  readonly lead: OpenLead;
  readonly onClose: () => void;
}

/** What a decision about a lead still needs to know. */
export function LeadActDialog({ act, ...props }: ActProps & { readonly act: 'assign' | 'qualify' | 'disqualify' | 'recycle' }) {
  switch (act) {
    case 'assign': return <Assign {...props} />;
    case 'qualify': return <Qualify {...props} />;
    case 'disqualify': return <Disqualify {...props} />;
    case 'recycle': return <Recycle {...props} />;
    default: return act satisfies never;
  }
}

interface FrameProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly act: () => Promise<Problem | undefined> | Problem | undefined;
  readonly children: (problem: Problem | undefined) => ReactNode;
}

function Frame({ title, onClose, act, children }: FrameProps) {
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    setBusy(true);
    const wrong = await act();
    setBusy(false);
    if (wrong) setProblem(wrong);
    else onClose();
  };
  useShortcut({ keys: 'mod+enter', label: title, group: 'page', inDialog: true, run: () => void submit() }, !busy);
  return (
    <Dialog
      title={title} onClose={onClose} size="small"
      footer={<><Button variant="default" onClick={onClose}>{m.leads_cancel()}</Button><Button type="submit" form="lead-act" loading={busy} rightSection={<KeyHint keys="mod+enter" onAccent />}>{title}</Button></>}
    >
      <form id="lead-act" onSubmit={(event) => void submit(event)} noValidate>{children(problem)}</form>
    </Dialog>
  );
}

const at = (problem: Problem | undefined, field: string): string | undefined => (problem?.field === field ? problem.text : undefined);
const elsewhere = (problem: Problem | undefined, ...fields: string[]): string | undefined => (problem && !fields.includes(problem.field) ? problem.text : undefined);

function Assign({ lead, onClose }: ActProps) {
  const { assign } = useLeadActs();
  const { users } = usePeople();
  const [ownerId, setOwnerId] = useState<string | null>(lead.owner?.id ?? null);
  const name = users.find(({ id }) => id === ownerId)?.name ?? '';
  return (
    <Frame title={m.leads_assign()} onClose={onClose} act={() => assign(lead, ownerId, name)}>
      {(problem) => (
        <Fields refusal={elsewhere(problem, 'ownerId')}>
          {/* Anew when the people come: only then there is a name whose letters can be written over. */}
          <SelectField
            key={String(users.length > 0)} label={m.leads_owner()} autoFocus data-autofocus searchable clearable placeholder={m.leads_nobody()} value={ownerId} onChange={setOwnerId} error={at(problem, 'ownerId')}
            data={users.map(({ id, name: label }) => ({ value: id, label }))}
          />
        </Fields>
      )}
    </Frame>
  );
}

function Qualify({ lead, onClose }: ActProps) {
  const { qualify } = useLeadActs();
  const [title, setTitle] = useState(lead.subject ?? (glimpse(lead).slice(0, 80) || lead.customer.name));
  // What was written beside and not saved goes with it.
  const answers = useKeptAnswers(lead.id);
  const kept = useKeptOwn(lead.id);
  const [own, setOwn] = useState(kept.draft);
  const stands = ownOf(lead);
  const fields = useCustomFields('LEAD').filter(({ name }) => name in stands);
  const differing = (drafts: CustomDrafts) => fields.filter(({ name }) => !same(drafts[name] ?? stands[name], stands[name]));
  // What is needed and not known yet is asked for here; what goes with it is seen.
  const unsaved = differing(kept.draft);
  const asked = fields.filter((field) => (field.required && isEmpty(stands[field.name]!)) || unsaved.includes(field));
  const act = async () => {
    const changed = differing(own);
    const no = strangeAmong(changed, own) ?? await qualify(lead, {
      title, qualification: answersOf({ ...answersNow(lead), ...answers.draft }), custom: changed.map((field) => inputOf(field, own[field.name]!)),
    });
    if (!no) for (const { forget } of [answers, kept]) forget();
    return no;
  };
  return (
    <Frame title={m.leads_qualify()} onClose={onClose} act={act}>
      {(problem) => (
        <Fields wrong={problem} refusal={elsewhere(problem, 'title', ...asked.map(({ name }) => `custom.${name}`))}>
          <TextField label={m.leads_title()} data-autofocus required maxLength={200} value={title} error={at(problem, 'title')} onChange={(event) => setTitle(event.currentTarget.value)} />
          {asked.map((field) => (
            <CustomValueField
              key={field.name} field={field} draft={own[field.name] ?? stands[field.name]!} error={at(problem, `custom.${field.name}`)} onChange={(draft) => setOwn({ ...own, [field.name]: draft })}
            />
          ))}
        </Fields>
      )}
    </Frame>
  );
}

function Disqualify({ lead, onClose }: ActProps) {
  const { language } = useFormatting();
  const { disqualify } = useLeadActs();
  const [reason, setReason] = useState<DisqualificationReason>();
  const [note, setNote] = useState('');
  return (
    <Frame title={m.leads_disqualify()} onClose={onClose} act={() => (reason ? disqualify(lead, reason, note.trim() || undefined) : { field: 'reason', text: m.leads_choose_reason() })}>
      {(problem) => (
        <Fields refusal={elsewhere(problem, 'note', 'reason')}>
          <SelectField
            label={m.leads_reason()} required data-autofocus value={reason ?? null} onChange={(next) => next && setReason(next as DisqualificationReason)} error={at(problem, 'reason')}
            data={disqualificationReasons.map((value) => ({ value, label: reasonWord(value, language) }))}
          />
          <LongTextField label={m.leads_note()} value={note} maxLength={1000} error={at(problem, 'note')} onChange={(event) => setNote(event.currentTarget.value)} />
        </Fields>
      )}
    </Frame>
  );
}

/** Minutes of the day at which a recycled lead comes back. */
const morning = 9 * 60;

function Recycle({ lead, onClose }: ActProps) {
  const { recycle } = useLeadActs();
  const { timeZone, language } = useFormatting();
  const inMonths = (months: number): string => addMonths(localDate(Date.now(), timeZone), months);
  const [until, setUntil] = useState(() => inMonths(3));
  const spans = [[1, m.leads_in_month()], [3, m.leads_in_quarter()], [6, m.leads_in_half()]] as const;
  const act = () => (until === '' ? { field: 'until', text: refusalText({ code: 'REQUIRED' }, language) } : recycle(lead, toIso(instantAt(until, morning, timeZone))));
  return (
    <Frame title={m.leads_recycle()} onClose={onClose} act={act}>
      {(problem) => (
        <Fields refusal={elsewhere(problem, 'until')}>
          <Button.Group>{spans.map(([months, word]) => <Button key={months} variant={until === inMonths(months) ? 'light' : 'default'} onClick={() => setUntil(inMonths(months))}>{word}</Button>)}</Button.Group>
          <DateField label={m.leads_until()} autoFocus data-autofocus required value={until} error={at(problem, 'until')} onChange={setUntil} />
        </Fields>
      )}
    </Frame>
  );
}
