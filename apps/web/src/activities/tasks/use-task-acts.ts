import { showToast } from '#design';
import { type ActivityDetailsFragment, CompleteTaskDocument, ReopenTaskDocument, UpdateActivityDocument, type UpdateActivityInput } from '#operations';
import { m } from '#words';
import { useApolloClient } from '@apollo/client/react';
import { toIso } from '@orbita/domain/calendar';

export type Task = ActivityDetailsFragment;

type Answer = { readonly activity: Task | null; readonly refusal: { readonly message: string } | null };

/** What is done with a task, at once and with a way back; `onChanged` for lists that a task leaves. */
export function useTaskActs(onChanged: () => void = () => {}) {
  const client = useApolloClient();
  const told = (answer: Answer | undefined): Task | undefined => {
    if (answer?.refusal || !answer?.activity) showToast(answer?.refusal?.message ?? m.activities_not_saved(), { tone: 'bad' });
    onChanged();
    return answer?.refusal ? undefined : (answer?.activity ?? undefined);
  };
  const complete = async (task: Task) => {
    const { data } = await client.mutate({
      mutation: CompleteTaskDocument, variables: { input: { id: task.id, expectedVersion: task.version } },
      optimisticResponse: { __typename: 'Mutation', completeTask: { __typename: 'ActivityResult', refusal: null, activity: { ...task, doneAt: toIso(Date.now()) } } },
    }).catch(() => ({ data: undefined }));
    const done = told(data?.completeTask);
    if (done) showToast(m.activities_task_done({ subject: task.subject }), { undo: () => void reopen(done) });
  };
  const reopen = async (task: Task) => {
    const { data } = await client.mutate({
      mutation: ReopenTaskDocument, variables: { input: { id: task.id, expectedVersion: task.version } },
      optimisticResponse: { __typename: 'Mutation', reopenTask: { __typename: 'ActivityResult', refusal: null, activity: { ...task, doneAt: null } } },
    }).catch(() => ({ data: undefined }));
    told(data?.reopenTask);
  };
  const change = async (task: Task, patch: Omit<UpdateActivityInput, 'id' | 'expectedVersion'>, back?: typeof patch) => {
    const { data } = await client.mutate({
      mutation: UpdateActivityDocument, variables: { input: { id: task.id, expectedVersion: task.version, ...patch } },
    }).catch(() => ({ data: undefined }));
    const changed = told(data?.updateActivity);
    if (changed && back) showToast(m.activities_task_changed({ subject: task.subject }), { undo: () => void change(changed, back) });
  };
  return { complete, reopen, change };
}
