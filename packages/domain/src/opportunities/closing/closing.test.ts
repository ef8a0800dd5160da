import { describe, expect, it } from 'vitest';
import { lossReasonLabels, lossReasons, loseOpportunity, winOpportunity, winReasonLabels, winReasons } from '../index.ts';
import { fixtureNow as now, openIn, preparedPipeline } from '../pipeline.fixture.ts';

const pipeline = preparedPipeline();
const content = { facts: { ordersCount: 1 } };
const stranger = { facts: { ordersCount: 0, npsClass: null } };

describe('an opportunity is won', () => {
  it('through the last gate, with what and why he bought', () => {
    expect(winOpportunity(openIn('closing'), { reasons: ['PRICE', 'PRICE', 'SERVICE'], note: ' 3 bombas ' }, pipeline, content, now))
      .toEqual({ status: 'WON', from: 'closing', closedAt: now, reasons: ['PRICE', 'SERVICE'], note: '3 bombas', quoteId: null, overridden: null });
    expect(winOpportunity(openIn('closing'), {}, pipeline, stranger, now)).toMatchObject({ code: 'GATE_NOT_MET', details: { stage: 'closing' } });
    expect(winOpportunity(openIn('closing'), {}, pipeline, stranger, now, { override: { viewer: { userId: 'm', role: 'manager' }, reason: 'x' } }))
      .toMatchObject({ status: 'WON', overridden: { by: 'm', missing: [{ stage: 'closing' }] } });
  });

  it('by an accepted quote from wherever it stands, which records what was missing', () => {
    expect(winOpportunity(openIn('contacted'), { acceptedQuoteId: 'q' }, pipeline, stranger, now)).toMatchObject({
      status: 'WON', quoteId: 'q', overridden: { by: null, reason: 'QUOTE_ACCEPTED', missing: [{ stage: 'proposal' }, { stage: 'proposal' }, { stage: 'negotiation' }, { stage: 'closing' }] },
    });
    expect(winOpportunity(openIn('closing'), { acceptedQuoteId: 'q' }, pipeline, content, now)).toMatchObject({ overridden: null });
  });

  it('not for a reason that is none, nor another one without a note', () => {
    expect(winOpportunity(openIn('closing'), { reasons: ['PRICE', 'LUCK' as never] }, pipeline, content, now)).toMatchObject({ code: 'INVALID', field: 'reasons.1' });
    expect(winOpportunity(openIn('closing'), { reasons: ['OTHER'] }, pipeline, content, now)).toMatchObject({ code: 'REQUIRED', field: 'note' });
  });
});

describe('an opportunity is lost', () => {
  it('from any stage, with a reason and who got it', () => {
    expect(loseOpportunity(openIn('contacted'), { reason: 'COMPETITOR', competitor: ' Acme  SA ' }, now))
      .toEqual({ status: 'LOST', from: 'contacted', closedAt: now, reason: 'COMPETITOR', note: null, competitor: 'Acme SA' });
    expect(loseOpportunity(openIn('contacted'), { reason: 'OTHER' }, now)).toMatchObject({ code: 'REQUIRED', field: 'note' });
    expect(loseOpportunity(openIn('contacted'), { reason: 'LUCK' as never }, now)).toMatchObject({ code: 'INVALID', field: 'reason' });
  });

  it('once: closed is closed', () => {
    for (const status of ['WON', 'LOST'] as const) {
      const closed = { ...openIn('closing'), status };
      expect(winOpportunity(closed, { acceptedQuoteId: 'q' }, pipeline, content, now)).toMatchObject({ code: 'OPPORTUNITY_CLOSED' });
      expect(loseOpportunity(closed, { reason: 'PRICE' }, now)).toMatchObject({ code: 'OPPORTUNITY_CLOSED' });
    }
  });

  it('has a name for every reason in both languages', () => {
    for (const { en, es } of [...winReasons.map((reason) => winReasonLabels[reason]), ...lossReasons.map((reason) => lossReasonLabels[reason])]) expect([en, es]).not.toContain('');
  });
});
