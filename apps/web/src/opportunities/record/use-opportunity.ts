import { refusalText } from '#api-client';
import { showToast } from '#design';
import {
  AdvanceOpportunityDocument, BoardChangedDocument, OpportunityRecordDocument, type OpportunityRecordQuery, ReopenOpportunityDocument, UpdateOpportunityDocument, type UpdateOpportunityInput,
} from '#operations';
import { m, useLanguage } from '#words';
import { useMutation, useQuery, useSubscription } from '@apollo/client/react';
import { useRef } from 'react';

export type OpportunityRecord = NonNullable<OpportunityRecordQuery['opportunity']>;

/** One opportunity whole, renewed when something happens to it. */
export function useOpportunity(id: string) {
  const { data, error, refetch } = useQuery(OpportunityRecordDocument, { variables: { id }, fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' });
  const opportunity = data?.opportunity;
  const pipelineId = opportunity?.pipeline?.id ?? '';
  useSubscription(BoardChangedDocument, {
    variables: { pipelineId }, skip: pipelineId === '', fetchPolicy: 'no-cache', ignoreResults: true, onError: () => {},
    onData: ({ data: { data: told } }) => { if (told?.boardChanged.opportunity.id === id) void refetch().catch(() => {}); },
  });
  return { opportunity, asked: data !== undefined, error, refetch };
}

/** What is done with it from its own sheet; a refusal is said and what was shown stays true. */
export function useOpportunityActs(opportunity: OpportunityRecord, onChanged: () => void, onOpen: ((id: string) => void) | undefined) {
  const language = useLanguage();
  const [runUpdate] = useMutation(UpdateOpportunityDocument);
  const [runMove] = useMutation(AdvanceOpportunityDocument);
  const [runReopen] = useMutation(ReopenOpportunityDocument);
  const key = useRef(crypto.randomUUID());
  const { id, version } = opportunity;
  /** Answers why not, to be said at the field. */
  const update = async (fields: Omit<UpdateOpportunityInput, 'id' | 'expectedVersion'>): Promise<string | undefined> => {
    const answer = await runUpdate({ variables: { input: { id, expectedVersion: version, ...fields } } }).catch(() => undefined);
    const result = answer?.data?.updateOpportunity;
    if (!result) return m.opportunities_not_saved();
    if (result.refusal) return refusalText(result.refusal, language);
    onChanged();
    return undefined;
  };
  const move = async (to: string, overrideReason?: string): Promise<void> => {
    const answer = await runMove({ variables: { input: { id, expectedVersion: version, to, ...(overrideReason ? { overrideReason } : {}) } } }).catch(() => undefined);
    const result = answer?.data?.moveOpportunity;
    if (!result || result.refusal) showToast(result?.refusal ? refusalText(result.refusal, language) : m.opportunities_not_saved(), { tone: 'bad' });
    else onChanged();
  };
  const reopen = async (): Promise<void> => {
    const answer = await runReopen({ variables: { input: { id, expectedVersion: version }, key: key.current } }).catch(() => undefined);
    const result = answer?.data?.reopenOpportunity;
    if (!result?.opportunity) return showToast(result?.refusal ? refusalText(result.refusal, language) : m.opportunities_not_saved(), { tone: 'bad' });
    showToast(m.opportunities_reopened({ title: result.opportunity.title }));
    onChanged();
    return onOpen?.(result.opportunity.id);
  };
  return { update, move, reopen };
}
