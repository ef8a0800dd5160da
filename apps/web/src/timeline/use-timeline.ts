import { type EventDetailsFragment, MoreTimelineDocument } from '#operations';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TimelineKind } from './timeline-kinds.ts';
import { typesOf } from './timeline-kinds.ts';

export type TimelineEvent = EventDetailsFragment;

export interface TimelinePage {
  readonly edges: readonly { readonly node: TimelineEvent }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Older events are dropped from the memory beyond this; they are asked for again when one scrolls back. */
const most = 1000;

/**
 * The history of a customer, the latest first. The first page comes with the record and is renewed when something
 * happens; older pages follow by keyset, so that what came on top shifts nothing.
 */
export function useTimeline(customerId: string, first: TimelinePage | undefined, kind: TimelineKind) {
  const client = useApolloClient();
  const [older, setOlder] = useState<readonly TimelineEvent[]>([]);
  const [next, setNext] = useState<TimelinePage['pageInfo'] | undefined>();
  const [filtered, setFiltered] = useState<TimelinePage>();
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const round = useRef(0);
  const types = typesOf(kind);
  const ask = useCallback(async (after: string | null) => {
    const { data } = await client.query({
      query: MoreTimelineDocument, variables: { id: customerId, after, types: typesOf(kind) as string[] | undefined }, fetchPolicy: 'network-only',
    });
    return data?.customer?.timeline;
  }, [client, customerId, kind]);
  const top = types ? filtered : first;
  // With each new first page of the record the filtered one is asked again.
  useEffect(() => {
    if (!types) return;
    const mine = ++round.current;
    ask(null).then((page) => { if (page && mine === round.current) setFiltered(page); }, () => setState('failed'));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- types follow from ask
  }, [ask, first]);
  useEffect(() => {
    setOlder([]);
    setNext(undefined);
    setFiltered(undefined);
    setState('idle');
  }, [kind, customerId]);
  const events = useMemo(() => {
    const all = new Map([...(top?.edges.map(({ node }) => node) ?? []), ...older].map((event) => [event.id, event]));
    return [...all.values()].toSorted((a, b) => Date.parse(b.occurredAt) - Date.parse(a.occurredAt) || (a.id < b.id ? 1 : -1));
  }, [top, older]);
  const info = next ?? top?.pageInfo;
  const more = useCallback(async () => {
    if (!info?.hasNextPage || state === 'loading') return;
    setState('loading');
    try {
      const page = await ask(info.endCursor);
      if (page) {
        // What stood on the first page stays, though newer events may push it out of it.
        setOlder((before) => [...before, ...(top?.edges.map(({ node }) => node) ?? []), ...page.edges.map(({ node }) => node)].slice(-most));
        setNext(page.pageInfo);
      }
      setState('idle');
    } catch {
      setState('failed');
    }
  }, [ask, info, state, top]);
  return { events, more, hasMore: info?.hasNextPage ?? false, ready: top !== undefined, failed: state === 'failed' };
}
