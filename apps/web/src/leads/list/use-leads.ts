import { joined, shownOf, useMore, useRenewal } from '#api-client';
import { LeadsChangedDocument, LeadsDocument, type LeadsQuery } from '#operations';
import { readRule } from '#rules';
import { useQuery, useSubscription } from '@apollo/client/react';
import { useMemo } from 'react';
import { useHeldDecisions } from '../held-decisions.ts';
import { type LeadsSearch, statusesOf } from './leads-search.ts';
import { renewLeads } from './renewal.ts';
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
  const { error, loading, refetch, fetchMore, client } = question;
  useSubscription(LeadsChangedDocument, {
    fetchPolicy: 'no-cache', ignoreResults: true, onError: () => {},
    onData: () => {
      void renewLeads();
      if ([...client.getObservableQueries()].some(({ queryName }) => queryName === 'Lead')) void client.refetchQueries({ include: ['Lead'] });
    },
  });
  const shown = shownOf(question);
  const held = useHeldDecisions();
  const renew = useRenewal(question, { document: LeadsDocument, variables, field: 'leads' });
  const more = useMore(variables, (isAsked) => fetchMore({
    variables: { after: shown?.leads.pageInfo.endCursor },
    updateQuery: (before, { fetchMoreResult: next }) => (isAsked() ? joined('leads', before, next) : before),
  }));
  return {
    rule, asked, leads: shown?.leads.edges.map(({ node }) => ({ ...node, ...held.get(node.id) })) ?? [], total: shown?.leads.totalCount ?? 0, loading: loading && !shown, error: shown ? undefined : error,
    refetch, renew, more: shown?.leads.pageInfo.hasNextPage ? more : undefined,
  };
}
