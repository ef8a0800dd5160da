import type { Cycle } from '../cycle.ts';
import type { CustomerCycles, CycleLead } from '../customer-cycles.ts';
import type { IgnoredCode, LeadCaptured, LeadDisqualified, LeadQualified, LeadRecycled, LeadWorked } from '../cycle-event.ts';
import { closeCycle, type Draft, enterPhase, putCycle, putLead } from './draft.ts';
import { cycleBeforeOpportunity, latestBeingSold, openCycle } from './open-cycle.ts';
import { type Answer, oneCycle, type Row } from './row.ts';

const leadOf = ({ leads }: CustomerCycles, id: string): CycleLead | undefined => leads.find((lead) => lead.id === id);

const aboutLead = (state: CustomerCycles, { leadId }: { readonly leadId: string }): readonly Cycle[] | IgnoredCode => {
  const lead = leadOf(state, leadId);
  return lead ? oneCycle(state, ({ id }) => id === lead.cycleId) : 'NOT_KNOWN';
};

const aboutLiveLead = (state: CustomerCycles, event: { readonly leadId: string }): readonly Cycle[] | IgnoredCode => {
  const lead = leadOf(state, event.leadId);
  return lead && lead.state !== 'LIVE' ? 'LEAD_CLOSED' : aboutLead(state, event);
};

function endLead(draft: Draft, leadId: string, state: CycleLead['state'], cycle?: Cycle): void {
  const lead = leadOf(draft.state, leadId);
  if (lead) putLead(draft, { ...lead, state, cycleId: cycle?.id ?? lead.cycleId });
}

const otherLeadLives = ({ state }: Draft, leadId: string, cycle: Cycle): boolean =>
  state.leads.some((lead) => lead.cycleId === cycle.id && lead.id !== leadId && lead.state === 'LIVE');

function join(draft: Draft, { leadId, lineId, at }: LeadCaptured, cycle: Cycle): Answer {
  putLead(draft, { id: leadId, lineId, cycleId: cycle.id, capturedAt: at, state: 'LIVE' });
  return null;
}

function joinAndWake(draft: Draft, event: LeadCaptured, cycle: Cycle): Answer {
  if (cycle.nurtureUntil !== null) putCycle(draft, { ...cycle, nurtureUntil: null });
  return join(draft, event, cycle);
}

const openInTraction = (draft: Draft, event: LeadCaptured): Answer => join(draft, event, openCycle(draft, { ...event, phase: 'TRACTION' }));

/** An interest is noticed: it joins what is open in its line, or opens a cycle. */
export const leadCaptured: Row<LeadCaptured> = {
  about: (state, { leadId, lineId }) => {
    if (leadOf(state, leadId)) return 'ALREADY_KNOWN';
    const joined = cycleBeforeOpportunity(state, lineId) ?? latestBeingSold(state, lineId);
    return joined ? [joined] : [];
  },
  cells: [joinAndWake, join, join, join, openInTraction, openInTraction, openInTraction, openInTraction],
};

function beginEvaluation(draft: Draft, { leadId, at }: LeadWorked, cycle: Cycle): Answer {
  if (leadOf(draft.state, leadId)?.state !== 'LIVE') return 'LEAD_CLOSED';
  enterPhase(draft, cycle, 'QUALIFICATION', at);
  return null;
}

const past = 'ALREADY_PAST';

export const leadWorked: Row<LeadWorked> = {
  about: aboutLead,
  cells: [beginEvaluation, past, past, past, past, past, past, 'CYCLE_CLOSED'],
};

function rest(draft: Draft, { leadId, until, at }: LeadRecycled, cycle: Cycle): Answer {
  if (otherLeadLives(draft, leadId, cycle)) return 'OTHER_LEAD_LIVE';
  if (cycle.phase === 'TRACTION') putCycle(draft, { ...cycle, nurtureUntil: until });
  else enterPhase(draft, cycle, 'TRACTION', at, { nurtureUntil: until });
  return null;
}

const beside = 'LEAD_NOT_LEADING';

/** Not now: the cycle rests, open, until somebody takes it up. */
export const leadRecycled: Row<LeadRecycled> = {
  about: aboutLiveLead,
  cells: [rest, rest, beside, beside, beside, beside, beside, beside],
};

function disqualify(draft: Draft, { leadId, reason, at }: LeadDisqualified, cycle: Cycle): Answer {
  endLead(draft, leadId, 'DISQUALIFIED');
  if (otherLeadLives(draft, leadId, cycle)) return 'OTHER_LEAD_LIVE';
  closeCycle(draft, cycle, 'DISQUALIFIED', at, reason);
  return null;
}

/** The lead ends; the cycle, that leads elsewhere already, does not. */
function disqualifyBeside(draft: Draft, { leadId }: LeadDisqualified): Answer {
  endLead(draft, leadId, 'DISQUALIFIED');
  return beside;
}

export const leadDisqualified: Row<LeadDisqualified> = {
  about: aboutLiveLead,
  cells: [
    disqualify, disqualify, disqualifyBeside, disqualifyBeside, disqualifyBeside, disqualifyBeside, disqualifyBeside, disqualifyBeside,
  ],
};

function qualify(draft: Draft, { leadId, opportunityId, at }: LeadQualified, cycle: Cycle): Answer {
  endLead(draft, leadId, 'QUALIFIED');
  enterPhase(draft, cycle, 'OPPORTUNITY', at, { opportunityId });
  return null;
}

/** A lead whose cycle went on without it opens one of its own, and moves there. */
function qualifyApart(draft: Draft, { leadId, opportunityId, at }: LeadQualified): Answer {
  const lineId = leadOf(draft.state, leadId)?.lineId ?? '';
  endLead(draft, leadId, 'QUALIFIED', openCycle(draft, { lineId, at, phase: 'OPPORTUNITY', opportunityId }));
  return null;
}

export const leadQualified: Row<LeadQualified> = {
  about: (state, event) =>
    (state.cycles.some(({ opportunityId }) => opportunityId === event.opportunityId) ? 'ALREADY_KNOWN' : aboutLiveLead(state, event)),
  cells: [qualify, qualify, qualifyApart, qualifyApart, qualifyApart, qualifyApart, qualifyApart, qualifyApart],
};
