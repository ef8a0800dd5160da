import { refusalText, type Refused } from '#api-client';
import { showToast } from '#design';
import { CreateSavedViewDocument, DeleteSavedViewDocument, SavedViewsDocument, UpdateSavedViewDocument, type ViewFragment } from '#operations';
import { m, useLanguage } from '#words';
import { useMutation, useQuery } from '@apollo/client/react';

export type View = ViewFragment;

/** The views of a room, own ones and shared ones, and what can be done with them. */
export function useViews(room: string) {
  const language = useLanguage();
  const { data } = useQuery(SavedViewsDocument);
  const again = { refetchQueries: [SavedViewsDocument] };
  const [create] = useMutation(CreateSavedViewDocument, again);
  const [update] = useMutation(UpdateSavedViewDocument, again);
  const [remove] = useMutation(DeleteSavedViewDocument, again);
  /** What is wrong, in words; undefined when it was done. */
  const why = (answer: { readonly refusal: Refused | null } | undefined): string | undefined => {
    if (!answer) return m.views_failed();
    return answer.refusal ? refusalText(answer.refusal, language) : undefined;
  };
  const lost = () => undefined;
  const said = (problem: string | undefined) => {
    if (problem) showToast(problem, { tone: 'bad' });
    return problem;
  };
  const save = async (name: string, search: Record<string, unknown>, shared = false) => {
    const answer = await create({ variables: { input: { room, name, search, shared } } }).catch(lost);
    return why(answer?.data?.createSavedView);
  };
  const change = async ({ id, version }: View, change: { name?: string; search?: Record<string, unknown>; shared?: boolean }) => {
    const answer = await update({ variables: { input: { id, expectedVersion: version, ...change } } }).catch(lost);
    return why(answer?.data?.updateSavedView);
  };
  const discard = async (view: View) => {
    const answer = await remove({ variables: { input: { id: view.id, expectedVersion: view.version } } }).catch(lost);
    if (said(why(answer?.data?.deleteSavedView))) return;
    showToast(m.views_deleted({ name: view.name }), { undo: () => void save(view.name, view.search as Record<string, unknown>, view.shared).then(said) });
  };
  const share = async (view: View) => {
    if (said(await change(view, { shared: !view.shared }))) return;
    showToast(view.shared ? m.views_unshared({ name: view.name }) : m.views_now_shared({ name: view.name }), { undo: () => void change({ ...view, version: view.version + 1 }, { shared: view.shared }).then(said) });
  };
  return { views: (data?.savedViews ?? []).filter((view) => view.room === room), save, change, discard, share, said };
}
