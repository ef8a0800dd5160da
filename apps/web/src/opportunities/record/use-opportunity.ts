import { refusalText } from '#api-client';
import { showToast } from '#design';
import {
  AdvanceOpportunityDocument, BoardChangedDocument, OpportunityRecordDocument, type OpportunityRecordQuery, ReopenOpportunityDocument, UpdateOpportunityDocument, type UpdateOpportunityInput,
} from '#operations';
import { m, useLanguage } from '#words';
import { useMutation, useQuery, useSubscription } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';

export type OpportunityRecord = NonNullable<OpportunityRecordQuery['opportunity']>;

/** One opportunity whole, renewed when something happens to it. */
export function useOpportunity(id: string) {
  const { data, error, loading, refetch } = useQuery(OpportunityRecordDocument, { variables: { id } });
  const opportunity = data?.opportunity;
  const pipelineId = opportunity?.pipeline?.id ?? '';
  useSubscription(BoardChangedDocument, {
    variables: { pipelineId }, skip: pipelineId === '', fetchPolicy: 'no-cache', ignoreResults: true, onError: () => {},
    onData: ({ data: { data: told } }) => { if (told?.boardChanged.opportunity.id === id) void refetch().catch(() => {}); },
  });
  return { opportunity, asked: data !== undefined, renewing: loading, error, refetch };
}

/** Does something in the version that is known by then, after what is under way. */
export type InTurn = <Answer>(act: (expectedVersion: number) => Promise<Answer>) => Promise<Answer>;

/** What is done with it from its own sheet; a refusal is said and what was shown stays true. */
export function useOpportunityActs(opportunity: OpportunityRecord, renewing: boolean, onChanged: () => void, onOpen: ((id: string) => void) | undefined) {
  const language = useLanguage();
  const [runUpdate] = useMutation(UpdateOpportunityDocument);
  const [runMove] = useMutation(AdvanceOpportunityDocument);
  const [runReopen] = useMutation(ReopenOpportunityDocument);
  const key = useRef(crypto.randomUUID());
  const { id, version } = opportunity;
  const known = useRef(version);
  useEffect(() => { known.current = Math.max(known.current, version); }, [version]);
  // Shown from memory, others may have changed it since: the first act waits until what is true now is there.
  const [renewed] = useState(() => Promise.withResolvers<void>());
  useEffect(() => { if (!renewing) renewed.resolve(); }, [renewing, renewed]);
  const last = useRef<Promise<unknown>>(renewed.promise);
  /** One after the other, so that what one leaves in haste is not refused for what oneself wrote just before. */
  const inTurn: InTurn = (act) => {
    const mine = last.current.then(() => act(known.current));
    last.current = mine.catch(() => undefined);
    return mine;
  };
  const wrote = (next: { readonly version: number } | null | undefined) => { if (next) known.current = next.version; };
  /** Answers why not, to be said at the field. */
  const update = (fields: Omit<UpdateOpportunityInput, 'id' | 'expectedVersion'>) => inTurn(async (expectedVersion): Promise<string | undefined> => {
    const answer = await runUpdate({ variables: { input: { id, expectedVersion, ...fields } } }).catch(() => undefined);
    const result = answer?.data?.updateOpportunity;
    if (!result) return m.opportunities_not_saved();
    if (result.refusal) return refusalText(result.refusal, language);
    wrote(result.opportunity);
    onChanged();
    return undefined;
  });
  const move = (to: string, overrideReason?: string) => inTurn(async (expectedVersion): Promise<void> => {
    const answer = await runMove({ variables: { input: { id, expectedVersion, to, ...(overrideReason ? { overrideReason } : {}) } } }).catch(() => undefined);
    const result = answer?.data?.moveOpportunity;
    if (!result || result.refusal) return showToast(result?.refusal ? refusalText(result.refusal, language) : m.opportunities_not_saved(), { tone: 'bad' });
    wrote(result.opportunity);
    return onChanged();
  });
  const reopen = () => inTurn(async (expectedVersion): Promise<void> => {
    const answer = await runReopen({ variables: { input: { id, expectedVersion }, key: key.current } }).catch(() => undefined);
    const result = answer?.data?.reopenOpportunity;
    if (!result?.opportunity) return showToast(result?.refusal ? refusalText(result.refusal, language) : m.opportunities_not_saved(), { tone: 'bad' });
    showToast(m.opportunities_reopened({ title: result.opportunity.title }));
    onChanged();
    return onOpen?.(result.opportunity.id);
  });
  return { update, move, reopen, inTurn };
}
