import { LeadsChangedDocument, LeadsDocument, type LeadsQuery } from '#operations';
import { readRule } from '#rules';
import { useQuery, useSubscription } from '@apollo/client/react';
import { useMemo } from 'react';
import { type LeadsSearch, statusesOf } from './leads-search.ts';
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
  const rule = useMemo(() => readRule(search.rule), [search.rule]);
  const { q, shelf = 'open', whose, latest } = search;
  const asked = {
    rule, search: q || undefined, statuses: statusesOf(shelf), mine: whose === 'mine' || undefined,
    unowned: whose === 'nobody' || undefined, orderBy: latest || shelf === 'ended' || shelf === 'all' ? 'CAPTURED' : 'DUE',
    orderByCustom: sort,
  } as const;
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(LeadsDocument, {
    variables: { first: atOnce, ...asked, custom: [...names], withCustom: names.length > 0 },
    fetchPolicy: 'cache-and-network',
  });
  useSubscription(LeadsChangedDocument, {
    fetchPolicy: 'no-cache', ignoreResults: true, onError: () => {},
    onData: ({ client }) => void client.refetchQueries({ include: [...client.getObservableQueries()].flatMap(({ queryName }) => (queryName === 'Leads' || queryName === 'Lead' ? [queryName] : [])) }),
  });
  const shown = data ?? previousData;
  const more = () => fetchMore({
    variables: { after: shown?.leads.pageInfo.endCursor },
    updateQuery: (before, { fetchMoreResult: next }) => ({ ...next, leads: { ...next.leads, edges: [...before.leads.edges, ...next.leads.edges] } }),
  });
  return {
    rule, asked, leads: shown?.leads.edges.map(({ node }) => node) ?? [], total: shown?.leads.totalCount ?? 0, loading: loading && !shown, error: shown ? undefined : error,
    refetch, more: shown?.leads.pageInfo.hasNextPage ? more : undefined,
  };
}
