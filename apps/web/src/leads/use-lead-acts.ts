import { refusalText, type Refused } from '#api-client';
import { showToast } from '#design';
import {
  AssignLeadDocument, type CustomValueInput, DisqualifyLeadDocument, EvaluateLeadDocument, type EvaluateLeadInput, QualifyLeadDocument, RecycleLeadDocument, UpdateLeadDocument, WorkLeadDocument,
} from '#operations';
import { m, useLanguage } from '#words';
import { useApolloClient } from '@apollo/client/react';
import type { DisqualificationReason } from '@orbita/domain/leads';
import { useMemo } from 'react';

export interface LeadAt {
  readonly id: string;
  readonly version: number;
}

/** What was wrong, in words, and at which field. */
export interface Problem {
  readonly field: string;
  readonly text: string;
}

interface Qualifying {
  readonly title: string;
  readonly qualification: EvaluateLeadInput['qualification'];
  readonly custom: readonly CustomValueInput[];
}

type Answer = { readonly lead?: unknown; readonly refusal?: Refused | null } | null | undefined;

/** What is done with a lead. Each answers its refusal, for the form to show; a stale one shows itself and what is there now. */
export function useLeadActs() {
  const client = useApolloClient();
  const language = useLanguage();
  return useMemo(() => {
    const done = (answer: Answer, text: string): Problem | undefined => {
      if (!answer) {
        showToast(m.leads_failed(), { tone: 'bad' });
        return { field: '', text: m.leads_failed() };
      }
      if (!answer.refusal) {
        showToast(text);
        void client.refetchQueries({ include: ['Leads'] });
        return undefined;
      }
      if (answer.refusal.code === 'STALE_VERSION') showToast(refusalText(answer.refusal, language), { tone: 'bad' });
      return { field: answer.refusal.field ?? '', text: refusalText(answer.refusal, language) };
    };
    const at = ({ id, version }: LeadAt) => ({ id, expectedVersion: version });
    const nothing = () => ({ data: undefined });
    return {
      work: async (lead: LeadAt) =>
        done((await client.mutate({ mutation: WorkLeadDocument, variables: { input: at(lead) } }).catch(nothing)).data?.workLead, m.leads_answered_now()),
      evaluate: async (lead: LeadAt, qualification: EvaluateLeadInput['qualification']) =>
        done((await client.mutate({ mutation: EvaluateLeadDocument, variables: { input: { ...at(lead), qualification } } }).catch(nothing)).data?.evaluateLead, m.leads_saved()),
      update: async (lead: LeadAt, custom: readonly CustomValueInput[]) =>
        done((await client.mutate({ mutation: UpdateLeadDocument, variables: { input: { ...at(lead), custom: [...custom] } } }).catch(nothing)).data?.updateLead, m.leads_fields_saved()),
      qualify: async (lead: LeadAt, { title, qualification, custom }: Qualifying) =>
        done((await client.mutate({ mutation: QualifyLeadDocument, variables: { input: { ...at(lead), title, qualification, custom: [...custom] } } }).catch(nothing)).data?.qualifyLead, m.leads_qualified_now()),
      disqualify: async (lead: LeadAt, reason: DisqualificationReason, note: string | undefined) =>
        done((await client.mutate({ mutation: DisqualifyLeadDocument, variables: { input: { ...at(lead), reason, note } } }).catch(nothing)).data?.disqualifyLead, m.leads_disqualified_now()),
      recycle: async (lead: LeadAt, until: string) =>
        done((await client.mutate({ mutation: RecycleLeadDocument, variables: { input: { ...at(lead), until } } }).catch(nothing)).data?.recycleLead, m.leads_recycled_now()),
      assign: async (lead: LeadAt, ownerId: string | null, name: string) =>
        done((await client.mutate({ mutation: AssignLeadDocument, variables: { input: { ...at(lead), ownerId } } }).catch(nothing)).data?.assignLead,
          ownerId ? m.leads_assigned_to({ name }) : m.leads_unassigned()),
    };
  }, [client, language]);
}
