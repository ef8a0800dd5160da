import { BoardCardsDocument, BoardChangedDocument, BoardDocument } from '#operations';
import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OpportunityQuestion } from '../opportunities-search.ts';
import { type Column, columnsOf } from './board-state.ts';

const first = 40;
const calm = 400;

type Asked = { readonly key: string; readonly columns?: readonly Column[]; readonly failed?: boolean };

/**
 * The board, read again when somebody changes it. The cards are kept here and not in the cache: a board of ten thousand
 * would be as many things to watch.
 */
export function useBoard(question: OpportunityQuestion) {
  const client = useApolloClient();
  const key = JSON.stringify(question);
  const [asked, setAsked] = useState<Asked>({ key });
  const round = useRef(0);
  const load = useCallback(async () => {
    const mine = ++round.current;
    const variables = { ...JSON.parse(key) as OpportunityQuestion, first };
    const answer = await client.query({ query: BoardDocument, variables, fetchPolicy: 'no-cache' }).catch(() => undefined);
    if (mine !== round.current) return;
    const loaded = answer?.data?.opportunityBoard?.columns;
    setAsked((before) => (loaded ? { key, columns: columnsOf(loaded, before.key === key ? before.columns : undefined) } : { ...before, key, failed: true }));
  }, [client, key]);
  useEffect(() => { void load(); }, [load]);

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Many changes at once are one reading.
  const renew = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void load(), calm);
  }, [load]);
  const { pipelineId } = question;
  useSubscription(BoardChangedDocument, { variables: { pipelineId }, fetchPolicy: 'no-cache', ignoreResults: true, onData: renew, onError: () => {} });

  const reading = useRef(new Set<string>());
  const more = useCallback(async (stage: string, after: string) => {
    if (reading.current.has(stage)) return;
    reading.current.add(stage);
    const variables = { ...JSON.parse(key) as OpportunityQuestion, stage, first, after };
    const answer = await client.query({ query: BoardCardsDocument, variables, fetchPolicy: 'no-cache' }).catch(() => undefined);
    reading.current.delete(stage);
    const page = answer?.data?.boardCards;
    if (!page) return;
    setAsked((before) => (before.key !== key || !before.columns ? before : {
      ...before,
      columns: before.columns.map((column) => {
        if (column.stage !== stage || column.next !== after) return column;
        const known = new Set(column.cards.map(({ id }) => id));
        const cards = [...column.cards, ...page.edges.map(({ node }) => node).filter(({ id }) => !known.has(id))];
        return { ...column, cards, next: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null };
      }),
    }));
  }, [client, key]);

  const change = useCallback((next: (columns: readonly Column[]) => readonly Column[]) => {
    // A reading that is under way does not know of it yet.
    round.current += 1;
    setAsked((before) => (before.columns ? { ...before, columns: next(before.columns) } : before));
  }, []);
  return { columns: asked.columns, stale: asked.key !== key, failed: asked.failed === true && asked.columns === undefined, load, renew, more, change };
}

export type Board = ReturnType<typeof useBoard>;
