import { onRenewal } from '#api-client';
import { BoardCardDocument, BoardCardsDocument, BoardChangedDocument, type BoardChangedSubscription, BoardDocument } from '#operations';
import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OpportunityQuestion } from '../opportunities-search.ts';
import { type Column, columnsOf, type Heard, outdated, renewed } from './board-state.ts';

const first = 40;
const calm = 400;

type Asked = { readonly key: string; readonly columns?: readonly Column[]; readonly failed?: boolean; readonly outdated?: readonly string[] };

/**
 * The board, read again when somebody changes it. The cards are kept here and not in the cache: a board of ten thousand
 * would be as many things to watch.
 */
export function useBoard(question: OpportunityQuestion) {
  const client = useApolloClient();
  const key = JSON.stringify(question);
  const [asked, setAsked] = useState<Asked>({ key });
  const round = useRef(0);
  const held = useRef(0);
  const heard = useRef<Heard>(new Map());
  const renewCard = useCallback(async (id: string) => {
    const answer = await client.query({ query: BoardCardDocument, variables: { id }, fetchPolicy: 'no-cache' }).catch(() => undefined);
    const card = answer?.data?.opportunity;
    if (card) setAsked((before) => (before.columns ? { ...before, columns: renewed(before.columns, card) } : before));
  }, [client]);
  const load = useCallback(async () => {
    if (held.current > 0) return;
    const mine = ++round.current;
    const known = heard.current;
    const variables = { ...JSON.parse(key) as OpportunityQuestion, first };
    const answer = await client.query({ query: BoardDocument, variables, fetchPolicy: 'no-cache' }).catch(() => undefined);
    if (mine !== round.current) return;
    const loaded = answer?.data?.opportunityBoard?.columns;
    // Cards of another question are no answer to this one.
    if (!loaded) return setAsked((before) => ({ ...(before.key === key ? before : {}), key, failed: true }));
    // What was heard since is for the next reading.
    heard.current = new Map([...heard.current].filter(([id, now]) => known.get(id) !== now));
    return setAsked((before) => {
      const columns = columnsOf(loaded, before.key === key ? before.columns : undefined, known);
      return { key, columns, outdated: outdated(columns, known) };
    });
  }, [client, key]);
  useEffect(() => {
    for (const id of asked.outdated ?? []) void renewCard(id);
  }, [asked.outdated, renewCard]);
  useEffect(() => { void load(); }, [load]);
  useEffect(() => onRenewal('Board', load), [load]);

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Many changes at once are one reading.
  const renew = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void load(), calm);
  }, [load]);
  const hold = useCallback(() => { held.current += 1; }, []);
  const release = useCallback(() => {
    held.current -= 1;
    if (held.current === 0) renew();
  }, [renew]);
  const hear = useCallback(({ data: { data } }: useSubscription.OnDataOptions<BoardChangedSubscription>) => {
    const now = data?.boardChanged?.opportunity;
    if (now) heard.current = new Map(heard.current).set(now.id, now);
    renew();
  }, [renew]);
  const { pipelineId } = question;
  useSubscription(BoardChangedDocument, { variables: { pipelineId }, fetchPolicy: 'no-cache', ignoreResults: true, onData: hear, onError: () => {} });

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
  return { columns: asked.columns, stale: asked.key !== key, failed: asked.failed === true && asked.columns === undefined, load, renew, hold, release, more, change };
}

export type Board = ReturnType<typeof useBoard>;
