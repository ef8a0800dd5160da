import { refusalText } from '#api-client';
import { DateField, FieldRow, RelativeTime, showToast, TextField, useFormatting } from '#design';
import { PlanOpportunityTaskDocument } from '#operations';
import { m } from '#words';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { instantAt, toIso } from '@orbita/domain/calendar';
import { type FormEvent, useState } from 'react';
import styles from './record.module.css';
import type { OpportunityRecord } from './use-opportunity.ts';

/** Minutes of the day at which a task is due that has only a date. */
const morning = 9 * 60;

/** What is to be done next about it: planned on the spot. */
export function NextTask({ opportunity, onPlanned }: { readonly opportunity: OpportunityRecord; readonly onPlanned: () => void }) {
  const { language, timeZone } = useFormatting();
  const [draft, setDraft] = useState({ subject: '', day: '' });
  const [plan, { loading }] = useMutation(PlanOpportunityTaskDocument);
  const { id, customerId, nextActivityAt, status, viewerCanUpdate } = opportunity;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (draft.subject.trim() === '' || draft.day === '') return;
    const dueAt = toIso(instantAt(draft.day, morning, timeZone));
    const answer = await plan({ variables: { input: { customerId, opportunityId: id, subject: draft.subject, dueAt } } }).catch(() => undefined);
    const result = answer?.data?.createTask;
    if (!result || result.refusal) return showToast(result?.refusal ? refusalText(result.refusal, language) : m.opportunities_not_saved(), { tone: 'bad' });
    setDraft({ subject: '', day: '' });
    return onPlanned();
  };
  return (
    <section className={styles.part}>
      <h3>{m.opportunities_next()}</h3>
      <p className={styles.quiet}>{nextActivityAt ? <RelativeTime value={nextActivityAt} /> : m.opportunities_nothing_planned()}</p>
      {status === 'OPEN' && viewerCanUpdate && (
        <form onSubmit={(event) => void submit(event)} className={styles.plan}>
          <FieldRow>
            <TextField aria-label={m.opportunities_task()} placeholder={m.opportunities_task()} value={draft.subject} onChange={(event) => setDraft({ ...draft, subject: event.currentTarget.value })} />
            <DateField aria-label={m.opportunities_due()} placeholder={m.opportunities_due()} value={draft.day} onChange={(day) => setDraft({ ...draft, day })} />
          </FieldRow>
          <Button type="submit" variant="default" loading={loading} disabled={draft.subject.trim() === '' || draft.day === ''}>{m.opportunities_plan()}</Button>
        </form>
      )}
    </section>
  );
}
