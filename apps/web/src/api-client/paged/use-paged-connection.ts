import type { OperationVariables } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { evictFarPages } from './evict-far-pages.ts';
import { createPageWindow, pageSize, type WindowState } from './page-window.ts';
import type { PagedQuestion } from './paged-question.ts';
import { watchConnection } from './watch-connection.ts';

/** Feeds a VirtualTable: `<VirtualTable {...source} …/>`. Far pages leave the memory; nothing accumulates. */
export function usePagedConnection<Data, Variables extends OperationVariables, Row>(question: PagedQuestion<Data, Variables, Row>) {
  const client = useApolloClient();
  const { document, field, pageOf } = question;
  const key = JSON.stringify(question.variables);
  const pages = useMemo(() => {
    const variables = JSON.parse(key) as Variables;
    return createPageWindow(
      watchConnection({ client, document, variables, pageOf }),
      (kept) => evictFarPages(client.cache, field, kept),
    );
  }, [client, document, field, pageOf, key]);
  useEffect(() => {
    pages.need(0, 0);
    return pages.close;
  }, [pages]);
  const state = useSyncExternalStore(pages.subscribe, pages.state);

  // Until the first page of another question has come, the rows of the last one stay, paler.
  const before = useRef<WindowState<Row>>(state);
  useEffect(() => {
    if (state.ready) before.current = state;
  }, [state]);
  const shown = state.ready ? state : before.current;
  const rowAt = useCallback((index: number) => shown.pages.get(Math.floor(index / pageSize))?.[index % pageSize], [shown]);
  return {
    total: shown.total,
    rowAt,
    onRange: pages.need,
    stale: !state.ready && shown.ready,
    loading: !shown.ready && state.error === undefined,
    error: state.error,
    /** What is asked now could not be read: rows of another question are no answer. */
    failed: state.error !== undefined && !state.ready,
    refetch: pages.refresh,
    resetKey: key,
  };
}
