import { refusalText } from '#api-client';
import { showToast } from '#design';
import { CancelBulkChangeDocument, UndoBulkChangeDocument } from '#operations';
import { m, useLanguage } from '#words';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { watch } from './watched.ts';

/** Stops a change that runs, and takes one back that has ended. */
export function useBulkActs() {
  const client = useApolloClient();
  const language = useLanguage();
  return useMemo(() => {
    type Answer = { readonly refusal: Parameters<typeof refusalText>[0] | null } | undefined;
    const worked = (answer: Answer): boolean => {
      if (answer && !answer.refusal) return true;
      showToast(answer?.refusal ? refusalText(answer.refusal, language) : m.bulk_not_started(), { tone: 'bad' });
      return false;
    };
    const renew = () => client.refetchQueries({ include: ['BulkChanges', 'BulkProgress'] });
    const undo = async (id: string): Promise<string | undefined> => {
      const { data } = await client.mutate({ mutation: UndoBulkChangeDocument, variables: { id } }).catch(() => ({ data: undefined }));
      const started = worked(data?.undoBulkChange) ? data?.undoBulkChange.bulkChange?.id : undefined;
      if (started) watch(started);
      await renew();
      return started;
    };
    const stop = async (id: string) => {
      const { data } = await client.mutate({ mutation: CancelBulkChangeDocument, variables: { id } }).catch(() => ({ data: undefined }));
      worked(data?.cancelBulkChange);
      await renew();
    };
    return { undo, stop };
  }, [client, language]);
}
