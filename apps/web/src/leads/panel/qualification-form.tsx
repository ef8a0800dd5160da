import { Chip, DateField, DecimalField, FieldRow, LongTextField, useFormatting } from '#design';
import { DraftNote, useKeptDraft } from '#drafts';
import type { EvaluateLeadInput } from '#operations';
import { m } from '#words';
import { Button } from '@mantine/core';
import { type Answer, answerLabels, answers, criteria, type Criterion, criterionLabels } from '@orbita/domain/leads';
import { type FormEvent, useId, useState } from 'react';
import { adviceWord } from '../lead-words.ts';
import styles from '../leads.module.css';
import { type Problem, useLeadActs } from '../use-lead-acts.ts';
import type { OpenLead } from './open-lead.ts';

type Draft = Readonly<Record<Criterion, { readonly answer: Answer; readonly note: string }>> & { readonly amount: string; readonly by: string };

export const draftOf = ({ qualification: { need, budget, authority, timing } }: Pick<OpenLead, 'qualification'>): Draft => {
  const said = ({ answer, note }: { answer: Answer; note: string | null }) => ({ answer, note: note ?? '' });
  return { need: said(need), budget: said(budget), authority: said(authority), timing: said(timing), amount: budget.amount?.amount ?? '', by: timing.by ?? '' };
};

/** The answers as the API takes them; what was emptied is taken back. */
export function answersOf({ need, budget, authority, timing, amount, by }: Draft): EvaluateLeadInput['qualification'] {
  const said = ({ answer, note }: { answer: Answer; note: string }) => ({ answer, note: note.trim() || null });
  return {
    need: said(need), authority: said(authority), budget: { ...said(budget), amount: amount || null },
    timing: { ...said(timing), by: by || null },
  };
}

/** Of what stands there only what was changed is kept: going on to the next lead loses nothing, and overwrites nobody. */
export const useKeptAnswers = (leadId: string) => useKeptDraft<Partial<Draft>>(`lead.${leadId}.answers`, () => ({}));

/** The four answers with what was said about each, and what they advise. */
export function QualificationForm({ lead, mayWrite }: { readonly lead: OpenLead; readonly mayWrite: boolean }) {
  const id = useId();
  const { language } = useFormatting();
  const { evaluate } = useLeadActs();
  const stands = draftOf(lead);
  const kept = useKeptAnswers(lead.id);
  // What nobody can save any more is not shown as if it were so.
  const draft: Draft = mayWrite ? { ...stands, ...kept.draft } : stands;
  const setDraft = (next: Draft) => kept.setDraft(Object.fromEntries(Object.entries(next).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(stands[key as keyof Draft]))));
  const [problem, setProblem] = useState<Problem>();
  const [saving, setSaving] = useState(false);
  const changed = JSON.stringify(draft) !== JSON.stringify(stands);
  const advice = adviceWord(lead.advice);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    const no = await evaluate(lead, answersOf(draft));
    if (!no) kept.startAnew();
    setProblem(no);
    setSaving(false);
  };
  const errorOf = (field: string) => (problem?.field === `qualification.${field}` ? problem.text : undefined);
  return (
    <form className={styles.block} data-part="qualification" aria-label={m.leads_qualification()} onSubmit={(event) => void submit(event)}>
      <h3>{m.leads_qualification()} {lead.endedAt === null && <Chip tone={advice.tone}>{advice.text}</Chip>}</h3>
      {changed && <DraftNote {...kept} />}
      {criteria.map((criterion) => (
        <fieldset key={criterion} className={styles.criterion} disabled={!mayWrite}>
          <legend id={`${id}-${criterion}`}>{criterionLabels[criterion][language]}</legend>
          <div role="radiogroup" aria-labelledby={`${id}-${criterion}`} className={styles.answers}>
            {answers.map((value) => (
              <label key={value}>
                <input
                  type="radio" name={`${id}-${criterion}`} checked={draft[criterion].answer === value}
                  onChange={() => setDraft({ ...draft, [criterion]: { ...draft[criterion], answer: value } })}
                />
                {answerLabels[value][language]}
              </label>
            ))}
          </div>
          <FieldRow>
            <LongTextField
              aria-label={`${criterionLabels[criterion][language]}: ${m.leads_note()}`} placeholder={m.leads_note()} minRows={1} value={draft[criterion].note} maxLength={1000}
              error={errorOf(`${criterion}.note`)} onChange={(event) => setDraft({ ...draft, [criterion]: { ...draft[criterion], note: event.currentTarget.value } })}
            />
            {criterion === 'budget' && (
              <DecimalField
                aria-label={m.leads_budget_amount()} placeholder={m.leads_budget_amount()} allowNegative={false} value={draft.amount} error={errorOf('budget.amount')}
                onChange={(amount) => setDraft({ ...draft, amount })}
              />
            )}
            {criterion === 'timing' && (
              <DateField aria-label={m.leads_buys_by()} placeholder={m.leads_buys_by()} value={draft.by} error={errorOf('timing.by')} onChange={(by) => setDraft({ ...draft, by })} />
            )}
          </FieldRow>
        </fieldset>
      ))}
      {problem && <p className={styles.bad} role="alert">{problem.text}</p>}
      {mayWrite && <Button type="submit" variant="default" disabled={!changed} loading={saving} style={{ justifySelf: 'start' }}>{m.leads_save()}</Button>}
    </form>
  );
}
