import { describe, expect, it } from 'vitest';
import { nothingKnown } from '#leads';
import { opportunityFactCatalogue, opportunityFacts, type OpportunityInput, prepareOpportunity } from './index.ts';
import { fixtureNow as openedAt, openIn, preparedPipeline } from './pipeline.fixture.ts';

const company = { currency: 'EUR', defaultLineId: 'line-1' };
const pipeline = preparedPipeline();
const input = (more: Partial<OpportunityInput> = {}): OpportunityInput => ({ title: ' Bomba   para Vigo ', openedAt, ...more });

describe('an opportunity', () => {
  it('begins in the first stage, with its amount also in the company’s currency', () => {
    expect(prepareOpportunity(input({ amount: 12_345, currency: 'usd', rate: '0.50', expectedCloseOn: '2026-05-01', source: 'FAIR', referrerId: 'r', ownerId: 'o' }), pipeline, company)).toEqual({
      status: 'OPEN', title: 'Bomba para Vigo', stage: 'contacted', probability: 10, stageSince: openedAt, openedAt,
      amount: 12_345, currency: 'USD', rate: '0.5', companyAmount: 6173, expectedCloseOn: '2026-05-01', lineId: 'line-1',
      ownerId: 'o', contactId: null, leadId: null, source: 'FAIR', referrerId: 'r',
    });
  });

  it('may have no amount yet, and takes its pipeline’s line', () => {
    expect(prepareOpportunity(input(), { ...pipeline, lineId: 'line-2' }, company)).toMatchObject({ amount: null, companyAmount: null, currency: 'EUR', rate: '1', lineId: 'line-2' });
    expect(prepareOpportunity(input({ currency: 'USD', rate: '2' }), pipeline, company)).toMatchObject({ amount: null, companyAmount: null, rate: '2' });
    expect(prepareOpportunity(input({ currency: 'JPY', rate: '0.0061', amount: 1000 }), pipeline, company)).toMatchObject({ companyAmount: 610 });
  });

  it.each([
    [{ title: ' ' }, 'REQUIRED', 'title'],
    [{ title: 'x'.repeat(201) }, 'TOO_LONG', 'title'],
    [{ amount: 1.5 }, 'OUT_OF_RANGE', 'amount'],
    [{ amount: -1 }, 'OUT_OF_RANGE', 'amount'],
    [{ currency: 'EURO' }, 'INVALID', 'currency'],
    [{ currency: 'USD', amount: 1 }, 'REQUIRED', 'rate'],
    [{ currency: 'USD', amount: 1, rate: '1,2' }, 'INVALID_FORMAT', 'rate'],
    [{ currency: 'USD', amount: 1, rate: '0' }, 'OUT_OF_RANGE', 'rate'],
    [{ expectedCloseOn: '2026-02-30' }, 'INVALID_FORMAT', 'expectedCloseOn'],
    [{ source: 'STARS' as never }, 'INVALID', 'source'],
    [{ openedAt: Number.NaN }, 'INVALID', 'openedAt'],
    [{ lineId: 'line-3' }, 'INVALID', 'lineId'],
  ] satisfies [Partial<OpportunityInput>, string, string][])('%#: is refused with the name of what is wrong', (more, code, field) => {
    expect(prepareOpportunity(input(more), { ...pipeline, lineId: 'line-2' }, company)).toMatchObject({ refused: true, code, field });
  });

  it('has a value for every fact that the catalogue declares', () => {
    const facts = opportunityFacts({
      ...openIn('proposal'), title: 'BOMBA', companyAmount: 5, expectedCloseOn: '2026-06-01', openedAt, closedAt: null, lineId: 'l', ownerId: null, contactId: 'c',
      source: null, referrerId: null, nextActivityAt: openedAt, lastActivityAt: null, qualification: nothingKnown,
    }, 'Europe/Madrid');
    expect(Object.keys(facts).toSorted()).toEqual(opportunityFactCatalogue.map(({ key }) => key).toSorted());
    expect(facts).toMatchObject({
      'opportunity.title': 'bomba', 'opportunity.hasContact': true, 'opportunity.hasNextActivity': true, 'opportunity.need': 'UNKNOWN',
      'opportunity.expectedCloseAt': Date.parse('2026-05-31T22:00:00Z'), 'opportunity.source': null,
      'opportunity.forecastAt': Date.parse('2026-05-31T22:00:00Z'),
    });
  });
});
