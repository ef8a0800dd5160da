import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused } from '#refusal';
import { type Forecast, type ForecastOpportunity, weigh, weightedForecast } from './index.ts';

const one = (more: Partial<ForecastOpportunity>): ForecastOpportunity => ({ status: 'OPEN', companyAmount: 100, probability: 50, expectedCloseOn: '2026-04-10', closedOn: null, ...more });

function forecastOf(opportunities: readonly ForecastOpportunity[]): Forecast {
  const forecast = weightedForecast(opportunities);
  if (isRefused(forecast)) throw new Error(forecast.code);
  return forecast;
}

describe('the weighted forecast', () => {
  it('weighs each opportunity by itself, half up', () => {
    expect([weigh(1, 50), weigh(1, 49), weigh(3, 50), weigh(333, 10), weigh(0, 100), weigh(Number.MAX_SAFE_INTEGER, 100)]).toEqual([1, 0, 2, 33, 0, Number.MAX_SAFE_INTEGER]);
  });

  it('goes by month: won where it was won, open where it is expected, without a date last, lost not at all', () => {
    expect(forecastOf([
      one({ expectedCloseOn: null, companyAmount: 7 }), one({ probability: 80 }), one({ companyAmount: null }),
      one({ status: 'WON', closedOn: '2026-03-31' }), one({ status: 'LOST', closedOn: '2026-03-31' }), one({ companyAmount: 33, probability: 10, expectedCloseOn: '2026-03-01' }),
    ])).toEqual({
      months: [
        { month: '2026-03', count: 2, won: 100, committed: 100, weighted: 103, bestCase: 133 },
        { month: '2026-04', count: 2, won: 0, committed: 100, weighted: 80, bestCase: 100 },
        { month: null, count: 1, won: 0, committed: 0, weighted: 4, bestCase: 7 },
      ],
      total: { count: 5, won: 100, committed: 200, weighted: 187, bestCase: 240 },
    });
    expect(forecastOf([])).toEqual({ months: [], total: { count: 0, won: 0, committed: 0, weighted: 0, bestCase: 0 } });
  });

  it('is refused where the sum is more than can be counted exactly', () => {
    expect(weightedForecast([one({ companyAmount: Number.MAX_SAFE_INTEGER }), one({})])).toMatchObject({ refused: true, code: 'OUT_OF_RANGE' });
  });

  it('adds up to the cent, whatever the order, and lies between what is won and the best case', () => {
    const opportunities = fc.array(fc.record({
      status: fc.constantFrom('OPEN', 'OPEN', 'WON', 'LOST'), companyAmount: fc.option(fc.nat(10_000_000_000)), probability: fc.nat(100),
      expectedCloseOn: fc.constantFrom(null, '2026-01-31', '2026-02-01', '2026-02-28'), closedOn: fc.constantFrom(null, '2026-01-05'),
    }) as fc.Arbitrary<ForecastOpportunity>, { maxLength: 30 });
    fc.assert(fc.property(opportunities, (all) => {
      const { months, total } = forecastOf(all);
      for (const key of ['count', 'won', 'committed', 'weighted', 'bestCase'] as const) expect(months.reduce((sum, month) => sum + month[key], 0)).toBe(total[key]);
      const live = all.filter(({ status }) => status !== 'LOST');
      const exact = live.reduce((sum, { status, companyAmount, probability }) => sum + BigInt(companyAmount ?? 0) * BigInt(status === 'WON' ? 100 : probability), 0n);
      const weighted = live.reduce((sum, { status, companyAmount, probability }) => sum + (status === 'WON' ? companyAmount ?? 0 : Number((BigInt(companyAmount ?? 0) * BigInt(probability) + 50n) / 100n)), 0);
      expect(total.weighted).toBe(weighted);
      expect(Math.abs(total.weighted - Number(exact) / 100)).toBeLessThanOrEqual(live.length / 2 + 0.01);
      for (const { won, committed, weighted: expected, bestCase } of [...months, total]) {
        expect(won <= committed && committed <= bestCase && won <= expected && expected <= bestCase).toBe(true);
      }
      expect(forecastOf(all.toReversed())).toEqual({ months, total });
    }), { numRuns: 500 });
  });
});
