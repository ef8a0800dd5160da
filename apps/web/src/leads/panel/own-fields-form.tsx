import { type CustomDrafts, CustomValueField, CustomValueText, draftOf, inputOf, isEmpty, strangeAmong, useCustomFields } from '#custom-fields';
import { LevelFields } from '#design';
import { DraftNote, useKeptDraft } from '#drafts';
import { m } from '#words';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import styles from '../leads.module.css';
import { type Problem, useLeadActs } from '../use-lead-acts.ts';
import type { OpenLead } from './open-lead.ts';

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Going on to the next lead loses nothing that was written here. */
export const useKeptOwn = (leadId: string) => useKeptDraft<CustomDrafts>(`lead.${leadId}.own`, () => ({}));

export const ownOf = ({ customValues }: Pick<OpenLead, 'customValues'>): CustomDrafts => Object.fromEntries(customValues.map((value) => [value.name, draftOf(value)]));

interface OwnFieldsFormProps {
  readonly lead: OpenLead;
  readonly mayWrite: boolean;
}

/** What the company keeps of its own about the lead; what it needs to be qualified is marked. */
export function OwnFieldsForm({ lead, mayWrite }: OwnFieldsFormProps) {
  const fields = useCustomFields('LEAD');
  const stands = ownOf(lead);
  const kept = useKeptOwn(lead.id);
  const draft: CustomDrafts = { ...stands, ...kept.draft };
  const [problem, setProblem] = useState<Problem>();
  const [saving, setSaving] = useState(false);
  const { update } = useLeadActs();
  const shown = fields.filter(({ name }) => name in stands);
  const changed = shown.filter(({ name }) => !same(draft[name], stands[name]));
  const filled = lead.customValues.filter((value) => !isEmpty(draftOf(value)));
  if (shown.length === 0 || (!mayWrite && filled.length === 0)) return null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    const no = strangeAmong(changed, draft) ?? await update(lead, changed.map((field) => inputOf(field, draft[field.name]!)));
    if (!no) kept.startAnew();
    setProblem(no);
    setSaving(false);
  };
  const atField = (problem?.field ?? '').startsWith('custom.');
  return (
    <form className={styles.block} data-part="own-fields" aria-label={m.fields_title()} noValidate onSubmit={(event) => void submit(event)}>
      <h3>{m.fields_title()}</h3>
      {mayWrite ? (
        <>
          {changed.length > 0 && <DraftNote {...kept} />}
          <LevelFields>
            {shown.map((field) => (
              <CustomValueField
                key={field.name} field={field} draft={draft[field.name]!} error={problem?.field === `custom.${field.name}` ? problem.text : undefined}
                onChange={(next) => kept.setDraft((before) => ({ ...before, [field.name]: next }))}
              />
            ))}
          </LevelFields>
          {shown.some(({ required }) => required) && <p className={styles.quiet}>{m.leads_needed()}</p>}
          {problem && !atField && <p className={styles.bad} role="alert">{problem.text}</p>}
          <Button type="submit" variant="default" disabled={changed.length === 0} loading={saving} style={{ justifySelf: 'start' }}>{m.fields_save()}</Button>
        </>
      ) : (
        <dl className={styles.facts}>
          {filled.map((value) => <div key={value.name}><dt>{value.label}</dt><dd><CustomValueText value={value} /></dd></div>)}
        </dl>
      )}
    </form>
  );
}
