import {
  disqualifyLead as decideEnd, type DisqualificationReason, evaluateLead as decideAnswers, type QualificationInput, recycleLead as decideRest,
  workLead as decideWork,
} from '@orbita/domain/leads';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { columnsOf, type LeadAt, leadToWrite, recordLead, stateOf } from './lead-to-write.queries.ts';

/** Somebody answered the lead, which stops its clock; without an activity that says so, on his word. */
export async function workLead(em: Em, asked: LeadAt, writing: Writing): Promise<string | Refusal> {
  const found = await leadToWrite(em, asked, writing);
  if (isRefused(found)) return found;
  const at = writing.now.getTime();
  const worked = decideWork(stateOf(found.lead), 'ANSWERED', at);
  if (isRefused(worked)) return worked;
  Object.assign(found.lead, columnsOf(worked));
  return recordLead(em, found, { type: 'leadWorked', cycle: { type: 'leadWorked', leadId: asked.id, at } }, writing);
}

/** Keeps what was found out about need, budget, authority and timing. */
export async function evaluateLead(em: Em, { qualification, ...asked }: LeadAt & { qualification: QualificationInput }, writing: Writing): Promise<string | Refusal> {
  const found = await leadToWrite(em, asked, writing);
  if (isRefused(found)) return found;
  const at = writing.now.getTime();
  const evaluated = decideAnswers(stateOf(found.lead), qualification, at);
  if (isRefused(evaluated)) return evaluated;
  Object.assign(found.lead, columnsOf(evaluated));
  const { need, budget, authority, timing } = evaluated.qualification;
  return recordLead(em, found, {
    type: 'leadEvaluated',
    payload: { need: need.answer, budget: budget.answer, authority: authority.answer, timing: timing.answer },
    cycle: { type: 'leadWorked', leadId: asked.id, at },
  }, writing);
}

/** The lead ends here, with a reason; no more effort goes into it. */
export async function disqualifyLead(
  em: Em, { reason, note, ...asked }: LeadAt & { reason: DisqualificationReason; note?: string | null | undefined }, writing: Writing,
): Promise<string | Refusal> {
  const found = await leadToWrite(em, asked, writing);
  if (isRefused(found)) return found;
  const at = writing.now.getTime();
  const ended = decideEnd(stateOf(found.lead), { reason, note }, at);
  if (isRefused(ended)) return ended;
  Object.assign(found.lead, {
    ...columnsOf({ status: ended.status, nurtureUntil: null }), disqualifiedReason: ended.reason, reasonNote: ended.note, endedAt: writing.now,
  });
  return recordLead(em, found, {
    type: 'leadDisqualified', payload: { reason }, ...(ended.note ? { personal: { note: ended.note } } : {}),
    cycle: { type: 'leadDisqualified', leadId: asked.id, reason, at },
  }, writing);
}

/** The lead rests until then, and comes back to work. */
export async function recycleLead(em: Em, { until, ...asked }: LeadAt & { until: Date }, writing: Writing): Promise<string | Refusal> {
  const found = await leadToWrite(em, asked, writing);
  if (isRefused(found)) return found;
  const at = writing.now.getTime();
  const rests = decideRest(stateOf(found.lead), until.getTime(), at);
  if (isRefused(rests)) return rests;
  Object.assign(found.lead, columnsOf(rests));
  return recordLead(em, found, {
    type: 'leadRecycled', payload: { until: until.toISOString() }, cycle: { type: 'leadRecycled', leadId: asked.id, until: rests.nurtureUntil, at },
  }, writing);
}
