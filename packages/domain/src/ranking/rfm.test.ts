import { describe, expect, it } from 'vitest';
import { rfmCode, rfmInput, rfmScoring, rfmSegmentOf, type RfmSegment, scoreRfm, valueTierBy, valueTierCuts } from './index.ts';
import { type Buyer, onlineRetailIsThere, readBuyers, readReference } from './online-retail.fixture.ts';

const asOf = '2011-12-10';
const counts = (values: readonly (string | number | null)[]): Record<string, number> =>
  values.reduce<Record<string, number>>((all, value) => ({ ...all, [String(value)]: (all[String(value)] ?? 0) + 1 }), {});

describe('RFM input', () => {
  it('counts orders of the 730 days before the date of scoring', () => {
    const orders = ['2009-12-09', '2009-12-10', '2011-12-09', '2011-12-10'].map((placedOn) => ({ placedOn, amount: 10 }));
    expect(rfmInput(orders, asOf)).toEqual({ lastOrderOn: '2011-12-09', orders: 2, amount: 20 });
    expect(rfmInput([], asOf)).toBeNull();
  });

  it('scores nobody among 24 buyers, and him without orders as such among 25', () => {
    const buyers = (count: number) => Array.from({ length: count }, (_, index) => ({ lastOrderOn: asOf, orders: index, amount: index }));
    expect(rfmScoring(buyers(24), asOf)).toBeNull();
    expect(scoreRfm(null, null).segment).toBeNull();
    expect(scoreRfm(rfmScoring(buyers(25), asOf), null)).toEqual({ recency: null, frequency: null, monetary: null, segment: 'NO_PURCHASES' });
  });
});

describe.skipIf(!onlineRetailIsThere)('RFM of Online Retail (skipped without ORBITA_TEST_DATA)', () => {
  it('gives the golden cuts, scores and segments of 150 buyers', () => {
    const buyers = readBuyers('online_retail_es_pt_fr_it.csv');
    const scoring = rfmScoring(buyers, asOf);
    expect(scoring).toEqual({
      asOf, buyers: 150, recency: ['2011-06-15', '2011-10-12', '2011-11-13', '2011-11-29'],
      frequency: [2, 3, 4, 7], monetary: [363_950, 641_130, 1_079_400, 3_023_080],
    });
    const scores = buyers.map((buyer) => scoreRfm(scoring, buyer));
    expect(counts(scores.map(({ frequency }) => frequency))).toEqual({ 1: 54, 2: 29, 3: 14, 4: 28, 5: 25 });
    expect(counts(scores.map(({ segment }) => segment))).toEqual({
      CHAMPION: 23, LOYAL: 24, POTENTIAL_LOYALIST: 14, NEW: 2, PROMISING: 6, NEEDS_ATTENTION: 4,
      ABOUT_TO_SLEEP: 17, AT_RISK: 10, CANNOT_LOSE: 1, HIBERNATING: 49,
    });
  });

  it('has the inputs with which ntile gives the reference', () => {
    const buyers = readBuyers('online_retail_es_pt_fr_it.csv');
    const { sales, rfm_ntile: reference } = readReference();
    expect(buyers.reduce((all, { amount }) => all + amount, 0)).toBe(Math.round(sales.revenue * 1000));
    expect(buyers.reduce((all, { orders }) => all + orders, 0)).toBe(sales.orders);
    const recency = ntile(buyers, ({ lastOrderOn }) => lastOrderOn);
    const frequency = ntile(buyers, ({ orders }) => orders);
    const segments = buyers.map(({ id }) => rfmSegmentOf(recency.get(id) ?? 0, frequency.get(id) ?? 0));
    const expected = Object.fromEntries(reference.segments.map(({ segment, customers }) => [ours[segment], customers]));
    expect(counts(segments)).toEqual(expected);
  });

  it('gives the golden segments and tiers of all 4,338 buyers', () => {
    const buyers = readBuyers('online_retail_full.csv.gz');
    const scoring = rfmScoring(buyers, asOf);
    const scores = buyers.map((buyer) => scoreRfm(scoring, buyer));
    expect(counts(scores.map(({ segment }) => segment))).toEqual({
      CHAMPION: 577, LOYAL: 708, POTENTIAL_LOYALIST: 474, NEW: 63, PROMISING: 167, NEEDS_ATTENTION: 116,
      ABOUT_TO_SLEEP: 475, AT_RISK: 372, CANNOT_LOSE: 37, HIBERNATING: 1349,
    });
    const codes = counts(scores.map((score) => rfmCode(score)));
    expect([codes['555'], codes['111']]).toEqual([314, 334]);
    const cuts = valueTierCuts(buyers.map(({ amount }) => amount));
    expect(counts(buyers.map(({ amount }) => valueTierBy(cuts, amount)))).toEqual({ A: 433, B: 868, C: 1301, D: 1736 });
  }, 20_000);
});

const ours: Record<string, RfmSegment> = {
  champions: 'CHAMPION', loyal_customers: 'LOYAL', potential_loyalists: 'POTENTIAL_LOYALIST', new_customers: 'NEW',
  promising: 'PROMISING', need_attention: 'NEEDS_ATTENTION', about_to_sleep: 'ABOUT_TO_SLEEP', at_risk: 'AT_RISK',
  cant_lose: 'CANNOT_LOSE', hibernating: 'HIBERNATING',
};

/** SQL's ntile(5) with ties broken by id: what the reference used, and what the product deliberately does not. */
function ntile(buyers: readonly Buyer[], by: (buyer: Buyer) => string | number): Map<number, number> {
  const sorted = buyers.toSorted((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : a.id - b.id));
  const size = Math.floor(sorted.length / 5);
  const larger = sorted.length % 5;
  const sizes = [1, 2, 3, 4, 5].flatMap((tile) => Array.from({ length: size + (tile <= larger ? 1 : 0) }, () => tile));
  return new Map(sorted.map(({ id }, index) => [id, sizes[index] ?? 0]));
}
