import { refusalText, renewShown } from '#api-client';
import { showToast } from '#design';
import { DismissDuplicateDocument, ReopenDuplicateDocument, StartDuplicateScanDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';

/** What is done with a pair, each with its way back, and with everybody. */
export function useDuplicateActs() {
  const client = useApolloClient();
  const language = useLanguage();
  return useMemo(() => {
    const nothing = () => ({ data: undefined });
    const renew = () => renewShown(client, ['DuplicatePairs']);
    type Answer = { readonly refusal: Parameters<typeof refusalText>[0] | null } | undefined;
    const worked = (answer: Answer): boolean => {
      if (answer && !answer.refusal) return true;
      showToast(answer?.refusal ? refusalText(answer.refusal, language) : m.duplicates_failed(), { tone: 'bad' });
      return false;
    };
    const reopen = async (id: string, quietly = false) => {
      const { data } = await client.mutate({ mutation: ReopenDuplicateDocument, variables: { id } }).catch(nothing);
      if (!worked(data?.reopenDuplicate)) return;
      if (!quietly) showToast(m.duplicates_reopened(), { undo: () => void dismiss(id, true) });
      await renew();
    };
    const dismiss = async (id: string, quietly = false): Promise<void> => {
      const { data } = await client.mutate({ mutation: DismissDuplicateDocument, variables: { id } }).catch(nothing);
      if (!worked(data?.dismissDuplicate)) return;
      if (!quietly) showToast(m.duplicates_dismissed(), { undo: () => void reopen(id, true) });
      await renew();
    };
    const scan = async () => {
      const { data } = await client.mutate({ mutation: StartDuplicateScanDocument, refetchQueries: ['DuplicateScan'] }).catch(nothing);
      if (worked(data?.startDuplicateScan)) showToast(m.duplicates_just_started());
    };
    return { dismiss, reopen, scan };
  }, [client, language]);
}
