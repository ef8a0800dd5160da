import type { Cycle } from '../cycle.ts';
import type { CustomerCycles } from '../customer-cycles.ts';
import type { OpportunityLost, OpportunityOpened, QuoteClosed, QuoteSent } from '../cycle-event.ts';
import { closeCycle, type Draft, endLeads, enterPhase, putQuote } from './draft.ts';
import { cycleBeforeOpportunity, openCycle } from './open-cycle.ts';
import { type Answer, cannotArise, oneCycle, type Row } from './row.ts';

/** The cycle of an opportunity. */
export const aboutOpportunity = (state: CustomerCycles, event: { readonly opportunityId: string }): readonly [Cycle] | 'NOT_KNOWN' =>
  oneCycle(state, ({ opportunityId }) => opportunityId === event.opportunityId);

function take(draft: Draft, { opportunityId, at }: OpportunityOpened, cycle: Cycle): Answer {
  endLeads(draft, 'QUALIFIED', ({ cycleId }) => cycleId === cycle.id);
  enterPhase(draft, cycle, 'OPPORTUNITY', at, { opportunityId });
  return null;
}

function open(draft: Draft, event: OpportunityOpened): Answer {
  openCycle(draft, { ...event, phase: 'OPPORTUNITY' });
  return null;
}

/** A chance to sell that no lead brought: it takes the line's cycle before OPPORTUNITY, or opens one; a renewal always opens one. */
export const opportunityOpened: Row<OpportunityOpened> = {
  about: (state, event) => {
    if (aboutOpportunity(state, event) !== 'NOT_KNOWN') return 'ALREADY_KNOWN';
    const taken = event.renews ? undefined : cycleBeforeOpportunity(state, event.lineId);
    return taken ? [taken] : [];
  },
  cells: [take, take, open, open, open, open, open, open],
};

function send(draft: Draft, { quoteId, opportunityId, at }: QuoteSent, cycle: Cycle): Answer {
  putQuote(draft, { id: quoteId, opportunityId, live: true });
  if (cycle.phase !== 'QUOTATION') enterPhase(draft, cycle, 'QUOTATION', at);
  return null;
}

const over = 'OPPORTUNITY_CLOSED';

export const quoteSent: Row<QuoteSent> = {
  about: (state, event) => (state.quotes.some(({ id }) => id === event.quoteId) ? 'ALREADY_KNOWN' : aboutOpportunity(state, event)),
  cells: [cannotArise, cannotArise, send, send, over, over, over, over],
};

function withdraw(draft: Draft, { quoteId, at }: QuoteClosed, cycle: Cycle): Answer {
  const quote = draft.state.quotes.find(({ id }) => id === quoteId);
  if (!quote?.live) return 'ALREADY_PAST';
  putQuote(draft, { ...quote, live: false });
  if (draft.state.quotes.some(({ live, opportunityId }) => live && opportunityId === cycle.opportunityId)) return 'OTHER_QUOTE_LIVE';
  enterPhase(draft, cycle, 'OPPORTUNITY', at);
  return null;
}

const past = 'ALREADY_PAST';

/** Rejected, expired or withdrawn: with no other live quote the opportunity waits for a new one. */
export const quoteClosed: Row<QuoteClosed> = {
  about: (state, { quoteId }) => {
    const quote = state.quotes.find(({ id }) => id === quoteId);
    return quote ? aboutOpportunity(state, quote) : 'NOT_KNOWN';
  },
  cells: [cannotArise, cannotArise, past, withdraw, past, past, past, past],
};

function lose(draft: Draft, { reason, at }: OpportunityLost, cycle: Cycle): Answer {
  closeCycle(draft, cycle, 'LOST', at, reason);
  return null;
}

export const opportunityLost: Row<OpportunityLost> = {
  about: aboutOpportunity,
  cells: [cannotArise, cannotArise, lose, lose, over, over, over, over],
};
