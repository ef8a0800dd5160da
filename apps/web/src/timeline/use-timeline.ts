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

/** So many older events stand on the page at once; what came before them is shown instead of them. */
const most = 1000;

/** Each event once, as it was read last. */
const once = (events: readonly TimelineEvent[]): readonly TimelineEvent[] => [...new Map(events.map((event) => [event.id, event])).values()];
const eventsOf = (page: TimelinePage | undefined): readonly TimelineEvent[] => page?.edges.map(({ node }) => node) ?? [];

/**
 * The history of a customer, the latest first. The first page comes with the record and is renewed when something
 * happens; older pages follow by keyset, so that what came on top shifts nothing.
 */
export function useTimeline(customerId: string, first: TimelinePage | undefined, kind: TimelineKind) {
  const client = useApolloClient();
  const [older, setOlder] = useState<readonly TimelineEvent[]>([]);
  /** The older events stand alone: between the latest and them there are others. */
  const [apart, setApart] = useState(false);
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
  // Of another filter or customer nothing stays, and what was asked for them comes too late.
  const loadLatest = useCallback(() => {
    round.current += 1;
    setOlder([]);
    setApart(false);
    setNext(undefined);
    setState('idle');
  }, []);
  useEffect(() => {
    loadLatest();
    setFiltered(undefined);
  }, [kind, customerId, loadLatest]);
  const asked = useRef(0);
  const askTop = useCallback(async () => {
    const [mine, latest] = [round.current, ++asked.current];
    const isWanted = () => mine === round.current && latest === asked.current;
    try {
      const page = await ask(null);
      if (!isWanted()) return;
      if (page) setFiltered(page);
      setState((before) => (before === 'failed' ? 'idle' : before));
    } catch {
      if (isWanted()) setState('failed');
    }
  }, [ask]);
  // With each new first page of the record the filtered one is asked again.
  useEffect(() => {
    if (types) void askTop();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- types follow from askTop
  }, [askTop, first]);
  const events = useMemo(() => {
    const all = apart ? older : once([...older, ...eventsOf(top)]);
    return all.toSorted((a, b) => Date.parse(b.occurredAt) - Date.parse(a.occurredAt) || (a.id < b.id ? 1 : -1));
  }, [top, older, apart]);
  const info = next ?? top?.pageInfo;
  const full = older.length >= most;
  const more = useCallback(async () => {
    if (!info?.hasNextPage || state === 'loading') return;
    const mine = round.current;
    setState('loading');
    try {
      const page = await ask(info.endCursor);
      if (mine !== round.current) return;
      if (page) {
        // What stood on the first page stays, though newer events may push it out of it.
        setOlder((before) => (full ? eventsOf(page) : once([...before, ...(apart ? [] : eventsOf(top)), ...eventsOf(page)])));
        setApart(apart || full);
        setNext(page.pageInfo);
      }
      setState('idle');
    } catch {
      if (mine === round.current) setState('failed');
    }
  }, [ask, info, state, top, apart, full]);
  const retry = top === undefined ? askTop : more;
  const hasNext = info?.hasNextPage ?? false;
  return { events, more, retry, hasMore: hasNext && !full, hasOlder: hasNext && full, loadLatest: apart ? loadLatest : undefined, ready: top !== undefined, failed: state === 'failed' };
}
