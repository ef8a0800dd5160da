import { ImportOfDocument } from '#operations';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { isMoving } from '../status-chip.tsx';

const renewed = 1000;
/** What an import may have changed, as the lists ask for it. */
const lists = ['customers', 'leads', 'opportunities', 'orders', 'products', 'imports'];

/** One import, read anew each second for as long as it moves; afterwards every list is asked again. */
export function useImport(id: string) {
  const client = useApolloClient();
  const { data, error, loading, refetch, startPolling, stopPolling } = useQuery(ImportOfDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const job = data?.import;
  const moving = job !== undefined && job !== null && isMoving(job.status);
  const moved = useRef(false);
  useEffect(() => {
    if (moving) startPolling(renewed);
    return stopPolling;
  }, [moving, startPolling, stopPolling]);
  useEffect(() => {
    if (moved.current && !moving) {
      for (const fieldName of lists) client.cache.evict({ fieldName });
      client.cache.gc();
    }
    moved.current = moving;
  }, [client, moving]);
  return { job, error: data ? undefined : error, loading: loading && !data, refetch };
}

export type ImportJob = NonNullable<ReturnType<typeof useImport>['job']>;
