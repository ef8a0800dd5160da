import { BulkProgressDocument } from '#operations';
import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { isOpen } from './bulk-words.ts';

const often = 1000;

/** A change as it stands, looked at every second while it runs. */
export function useProgress(id: string) {
  const { data, error, loading, refetch, startPolling, stopPolling } = useQuery(BulkProgressDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const change = data?.bulkChange ?? undefined;
  const running = change !== undefined && isOpen(change);
  useEffect(() => {
    if (running) startPolling(often);
    return stopPolling;
  }, [running, startPolling, stopPolling]);
  return { change, running, error, loading: loading && !data, refetch };
}
