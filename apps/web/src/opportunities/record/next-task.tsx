import { refusalText } from '#api-client';
import { useMe } from '#access';
import { TaskList } from '#activities';
import { DateField, FieldRow, showToast, TextField, useFormatting } from '#design';
import { CreateTaskDocument, OpportunityTasksDocument } from '#operations';
import { m } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { scopeOf } from '@orbita/domain/access';
import { instantAt, toIso } from '@orbita/domain/calendar';
import { type FormEvent, useRef, useState } from 'react';
import styles from './record.module.css';
import type { OpportunityRecord } from './use-opportunity.ts';

/** Minutes of the day at which a task is due that has only a date. */
const morning = 9 * 60;
const nothing = { subject: '', day: '' };

/** What is to be done about it, the next first: ticked off and planned on the spot. */
export function NextTask({ opportunity, onPlanned }: { readonly opportunity: OpportunityRecord; readonly onPlanned: () => void }) {
  const { language, timeZone } = useFormatting();
  const [draft, setDraft] = useState(nothing);
  const key = useRef(crypto.randomUUID());
  const change = (next: typeof nothing) => {
    // Another input under the same key would be refused; the same one, sent again, has one effect.
    key.current = crypto.randomUUID();
    setDraft(next);
  };
  const [plan, { loading }] = useMutation(CreateTaskDocument);
  const hasTasks = scopeOf(useMe().role, 'activity', 'read') !== 'none';
  const { data, refetch } = useQuery(OpportunityTasksDocument, { variables: { id: opportunity.id }, fetchPolicy: 'cache-and-network', skip: !hasTasks });
  const changed = () => {
    void refetch().catch(() => {});
    onPlanned();
  };
  // The open ones come by when they are due; what was just ticked off leaves before they are asked again.
  const tasks = (data?.activities.edges ?? []).map(({ node }) => node).filter(({ doneAt }) => doneAt === null);
  const { id, customerId, status, viewerCanUpdate } = opportunity;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (draft.subject.trim() === '' || draft.day === '') return;
    const dueAt = toIso(instantAt(draft.day, morning, timeZone));
    const answer = await plan({ variables: { input: { customerId, opportunityId: id, subject: draft.subject, dueAt }, key: key.current } }).catch(() => undefined);
    const result = answer?.data?.createTask;
    if (result) key.current = crypto.randomUUID();
    if (!result || result.refusal) return showToast(result?.refusal ? refusalText(result.refusal, language) : m.opportunities_not_saved(), { tone: 'bad' });
    setDraft(nothing);
    return changed();
  };
  return (
    <section className={styles.part}>
      <h3>{m.opportunities_next()}</h3>
      {data && <TaskList tasks={tasks} label={m.opportunities_next()} onChanged={changed} empty={<p className={styles.quiet}>{m.opportunities_nothing_planned()}</p>} />}
      {status === 'OPEN' && viewerCanUpdate && (
        <form onSubmit={(event) => void submit(event)} className={styles.plan}>
          <FieldRow>
            <TextField aria-label={m.opportunities_task()} placeholder={m.opportunities_task()} value={draft.subject} onChange={(event) => change({ ...draft, subject: event.currentTarget.value })} />
            <DateField aria-label={m.opportunities_due()} placeholder={m.opportunities_due()} value={draft.day} onChange={(day) => change({ ...draft, day })} />
          </FieldRow>
          <Button type="submit" variant="default" loading={loading} disabled={draft.subject.trim() === '' || draft.day === ''}>{m.opportunities_plan()}</Button>
        </form>
      )}
    </section>
  );
}
