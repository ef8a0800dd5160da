import { AuditTrailDocument, type AuditTrailQuery } from '#operations';
import { useApolloClient } from '@apollo/client/react';
import type { Rule } from '@orbita/domain/rules';
import { useCallback, useEffect, useRef, useState } from 'react';

export type AuditEvent = AuditTrailQuery['auditTrail']['edges'][number]['node'];

export interface AuditFilter {
  readonly rule?: Rule | undefined;
  readonly search?: string | undefined;
  readonly actorId?: string | undefined;
  readonly types?: string[] | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

interface Trail {
  readonly events: readonly AuditEvent[];
  readonly next: string | null;
  /** Where this stretch begins: null at the latest. */
  readonly since: string | null;
  readonly state: 'loading' | 'idle' | 'failed';
  /** Why the last asking failed. */
  readonly error?: unknown;
}

const pageSize = 50;
/** So many stand on the page at once; what is older comes instead of them. */
const mostEvents = 1000;

/** The trail by keyset, the latest first: what is written meanwhile shifts nothing. */
export function useAuditTrail(filter: AuditFilter) {
  const client = useApolloClient();
  const [trail, setTrail] = useState<Trail>({ events: [], next: null, since: null, state: 'loading' });
  const round = useRef(0);
  const key = JSON.stringify(filter);
  const ask = useCallback(async (after: string | null, before: readonly AuditEvent[], since: string | null) => {
    const mine = ++round.current;
    setTrail((now) => ({ ...now, ...(before.length === 0 ? { events: [] } : {}), state: 'loading' }));
    try {
      const { data } = await client.query({
        query: AuditTrailDocument, variables: { ...(JSON.parse(key) as AuditFilter), first: pageSize, after }, fetchPolicy: 'no-cache',
      });
      if (mine !== round.current || !data) return;
      const { edges, pageInfo } = data.auditTrail;
      setTrail({ events: [...before, ...edges.map(({ node }) => node)], next: pageInfo.hasNextPage ? pageInfo.endCursor ?? null : null, since, state: 'idle' });
    } catch (error) {
      if (mine === round.current) setTrail((now) => ({ ...now, state: 'failed', error }));
    }
  }, [client, key]);
  useEffect(() => void ask(null, [], null), [ask]);
  const idle = trail.state === 'idle';
  const full = trail.events.length >= mostEvents;
  const more = trail.next !== null && idle && !full;
  const loadMore = useCallback(() => void (more && ask(trail.next, trail.events, trail.since)), [ask, more, trail]);
  return {
    ...trail, more, loadMore, older: trail.next !== null && idle && full,
    loadOlder: () => void ask(trail.next, [], trail.next),
    loadLatest: () => void ask(null, [], null),
    retry: () => void ask(trail.next, trail.events, trail.since),
  };
}
