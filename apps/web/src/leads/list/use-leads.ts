import { shownOf, useMore } from '#api-client';
import { LeadsChangedDocument, LeadsDocument, type LeadsQuery } from '#operations';
import { readRule } from '#rules';
import { useQuery, useSubscription } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useHeldDecisions } from '../held-decisions.ts';
import { type LeadsSearch, statusesOf } from './leads-search.ts';
import { onRenewal, renewLeads } from './renewal.ts';
import type { OwnSort } from './leads-view-menu.tsx';

const atOnce = 50;

export type ListedLead = LeadsQuery['leads']['edges'][number]['node'];

/** The company's own fields in a list of leads: those that stand in its lines, and the one by which it is sorted. */
export interface OwnInList {
  readonly names: readonly string[];
  readonly sort: OwnSort | undefined;
}

/** The leads that the address names, renewed each time something happens to one. */
export function useLeads(search: LeadsSearch, { names, sort }: OwnInList) {
  const rule = useMemo(() => readRule(search.rule, 'lead'), [search.rule]);
  const { q, shelf = 'open', whose, latest } = search;
  const asked = {
    rule, search: q || undefined, statuses: statusesOf(shelf), mine: whose === 'mine' || undefined,
    unowned: whose === 'nobody' || undefined, orderBy: latest || shelf === 'ended' || shelf === 'all' ? 'CAPTURED' : 'DUE',
    orderByCustom: sort,
  } as const;
  const variables = { first: atOnce, ...asked, custom: [...names], withCustom: names.length > 0 };
  const question = useQuery(LeadsDocument, { variables, fetchPolicy: 'cache-and-network' });
  const { data, error, loading, refetch, fetchMore, client } = question;
  useSubscription(LeadsChangedDocument, {
    fetchPolicy: 'no-cache', ignoreResults: true, onError: () => {},
    onData: () => {
      void renewLeads();
      if ([...client.getObservableQueries()].some(({ queryName }) => queryName === 'Lead')) void client.refetchQueries({ include: ['Lead'] });
    },
  });
  const shown = shownOf(question);
  const held = useHeldDecisions();
  // Who is far down the list stays there: as much is read anew as is shown, and taken over at once.
  const loaded = useRef(0);
  loaded.current = data?.leads.edges.length ?? 0;
  const key = JSON.stringify(variables);
  const round = useRef(0);
  const renew = useCallback(async () => {
    const mine = ++round.current;
    const same = JSON.parse(key) as typeof variables;
    const page = async (after?: string | null) => (await client.query({ query: LeadsDocument, variables: { ...same, after }, fetchPolicy: 'no-cache' })).data;
    let all = await page();
    while (mine === round.current && all && all.leads.pageInfo.hasNextPage && all.leads.edges.length < loaded.current) {
      const next = await page(all.leads.pageInfo.endCursor);
      if (!next) break;
      all = { ...next, leads: { ...next.leads, edges: [...all.leads.edges, ...next.leads.edges] } };
    }
    if (all && mine === round.current) client.writeQuery({ query: LeadsDocument, variables: same, data: all });
  }, [client, key]);
  useEffect(() => onRenewal(() => renew().catch(() => undefined)), [renew]);
  const more = useMore(variables, (isAsked) => fetchMore({
    variables: { after: shown?.leads.pageInfo.endCursor },
    updateQuery: (before, { fetchMoreResult: next }) => (isAsked() ? { ...next, leads: { ...next.leads, edges: [...before.leads.edges, ...next.leads.edges] } } : before),
  }));
  return {
    rule, asked, leads: shown?.leads.edges.map(({ node }) => ({ ...node, ...held.get(node.id) })) ?? [], total: shown?.leads.totalCount ?? 0, loading: loading && !shown, error: shown ? undefined : error,
    refetch, renew, more: shown?.leads.pageInfo.hasNextPage ? more : undefined,
  };
}
