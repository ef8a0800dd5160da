import { refusalText, type Refused } from '#api-client';
import { showToast } from '#design';
import {
  AssignLeadDocument, type CustomValueInput, DisqualifyLeadDocument, EvaluateLeadDocument, type EvaluateLeadInput, QualifyLeadDocument, RecycleLeadDocument, ReopenLeadDocument, UpdateLeadDocument, WorkLeadDocument,
} from '#operations';
import { m, useLanguage } from '#words';
import { useApolloClient } from '@apollo/client/react';
import { toIso } from '@orbita/domain/calendar';
import { type DisqualificationReason, disqualifyLead, type LeadState, nothingKnown, recycleLead } from '@orbita/domain/leads';
import { isRefused } from '@orbita/domain/refusal';
import { useMemo } from 'react';
import { type HeldDecision, holdDecision, releaseDecision } from './held-decisions.ts';
import { renewLeads } from './list/renewal.ts';

export interface LeadAt {
  readonly id: string;
  readonly version: number;
}

/** A lead that may be ended: what the decision depends on, of which the server has the last word. */
export type LeadToEnd = LeadAt & Pick<LeadState, 'status'>;

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
        void renewLeads();
        return undefined;
      }
      if (answer.refusal.code === 'STALE_VERSION') showToast(refusalText(answer.refusal, language), { tone: 'bad' });
      return { field: answer.refusal.field ?? '', text: refusalText(answer.refusal, language) };
    };
    const at = ({ id, version }: LeadAt) => ({ id, expectedVersion: version });
    const nothing = () => ({ data: undefined });
    const told = (refusal: Refused): Problem => ({ field: refusal.field ?? '', text: refusalText(refusal, language) });
    const stateOf = ({ status }: LeadToEnd): LeadState => ({ status, qualification: nothingKnown, responseDueAt: null, firstResponseAt: null, nurtureUntil: null });
    /** Shown at once; sent when it can be taken back no more, also by a page that is being closed. */
    const hold = (id: string, text: string, decision: HeldDecision, send: () => Promise<Answer>): undefined => {
      holdDecision(id, decision);
      showToast(text, {
        undo: () => releaseDecision(id),
        unlessUndone: async () => {
          const answer = await send().catch(() => undefined);
          if (!answer || answer.refusal) showToast(answer?.refusal ? refusalText(answer.refusal, language) : m.leads_failed(), { tone: 'bad' });
          releaseDecision(id);
          await renewLeads();
        },
      });
    };
    const lasting = { fetchOptions: { keepalive: true } };
    return {
      work: async (lead: LeadAt) =>
        done((await client.mutate({ mutation: WorkLeadDocument, variables: { input: at(lead) } }).catch(nothing)).data?.workLead, m.leads_answered_now()),
      evaluate: async (lead: LeadAt, qualification: EvaluateLeadInput['qualification']) =>
        done((await client.mutate({ mutation: EvaluateLeadDocument, variables: { input: { ...at(lead), qualification } } }).catch(nothing)).data?.evaluateLead, m.leads_saved()),
      update: async (lead: LeadAt, custom: readonly CustomValueInput[]) =>
        done((await client.mutate({ mutation: UpdateLeadDocument, variables: { input: { ...at(lead), custom: [...custom] } } }).catch(nothing)).data?.updateLead, m.leads_fields_saved()),
      qualify: async (lead: LeadAt, { title, qualification, custom }: Qualifying) =>
        done((await client.mutate({ mutation: QualifyLeadDocument, variables: { input: { ...at(lead), title, qualification, custom: [...custom] } } }).catch(nothing)).data?.qualifyLead, m.leads_qualified_now()),
      disqualify: (lead: LeadToEnd, reason: DisqualificationReason, note: string | undefined): Problem | undefined => {
        const now = Date.now();
        const ends = disqualifyLead(stateOf(lead), { reason, note }, now);
        if (isRefused(ends)) return told(ends);
        return hold(lead.id, m.leads_disqualified_now(), { status: ends.status, endedAt: toIso(now) }, async () =>
          (await client.mutate({ mutation: DisqualifyLeadDocument, variables: { input: { ...at(lead), reason, note } }, context: lasting })).data?.disqualifyLead);
      },
      recycle: (lead: LeadToEnd, until: string): Problem | undefined => {
        const rests = recycleLead(stateOf(lead), Date.parse(until), Date.now());
        if (isRefused(rests)) return told(rests);
        return hold(lead.id, m.leads_recycled_now(), { status: rests.status, nurtureUntil: until, responseDueAt: null }, async () =>
          (await client.mutate({ mutation: RecycleLeadDocument, variables: { input: { ...at(lead), until } }, context: lasting })).data?.recycleLead);
      },
      /** A resting lead is evaluated from now on; nobody has answered it by that. */
      wake: async (lead: LeadAt) =>
        done((await client.mutate({ mutation: EvaluateLeadDocument, variables: { input: { ...at(lead), qualification: {} } } }).catch(nothing)).data?.evaluateLead, m.leads_woken()),
      /** Answers the new lead's id. */
      reopen: async (lead: LeadAt, key: string): Promise<string | undefined> => {
        const answer = (await client.mutate({ mutation: ReopenLeadDocument, variables: { input: at(lead), key } }).catch(nothing)).data?.reopenLead;
        const problem = done(answer, m.leads_reopened());
        if (problem && answer?.refusal && answer.refusal.code !== 'STALE_VERSION') showToast(problem.text, { tone: 'bad' });
        return problem ? undefined : answer?.lead?.id;
      },
      assign: async (lead: LeadAt, ownerId: string | null, name: string) =>
        done((await client.mutate({ mutation: AssignLeadDocument, variables: { input: { ...at(lead), ownerId } } }).catch(nothing)).data?.assignLead,
          ownerId ? m.leads_assigned_to({ name }) : m.leads_unassigned()),
    };
  }, [client, language]);
}
