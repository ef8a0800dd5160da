import { describe, expect, it } from 'vitest';
import { day } from '#calendar';
import { isStale, type PipelineInput, preparePipeline, staleAt } from '../index.ts';
import { fixtureNow as now, fixturePipeline, openIn, preparedPipeline } from '../pipeline.fixture.ts';

const [first, ...rest] = fixturePipeline.stages;
if (!first) throw new Error('no stage');
const name = { en: ' A  b ', es: 'C' };

describe('a pipeline', () => {
  it('is stored with tidy names; a stage without a gate may always be left', () => {
    expect(preparePipeline({ name, stages: [{ key: 'one', name, probability: 0 }] })).toEqual({
      name: { en: 'A b', es: 'C' }, lineId: null, stages: [{ key: 'one', name: { en: 'A b', es: 'C' }, probability: 0, gate: { and: [] }, staleAfterDays: null }],
    });
  });

  it.each([
    [{ stages: [{ ...first, key: 'Big' }] }, 'INVALID_FORMAT', 'stages.0.key'],
    [{ name: { en: 'x', es: ' ' } }, 'REQUIRED', 'name.es'],
    [{ stages: [] }, 'REQUIRED', 'stages'],
    [{ stages: Array.from({ length: 21 }, (_, index) => ({ ...first, key: `s${index}` })) }, 'OUT_OF_RANGE', 'stages'],
    [{ stages: [first, { ...first, key: 'WON' }] }, 'INVALID_FORMAT', 'stages.1.key'],
    [{ stages: [first, first] }, 'ALREADY_EXISTS', 'stages.1.key'],
    [{ stages: [first, { ...first, key: 'b', probability: 9 }] }, 'OUT_OF_RANGE', 'stages.1.probability'],
    [{ stages: [{ ...first, probability: 101 }] }, 'OUT_OF_RANGE', 'stages.0.probability'],
    [{ stages: [{ ...first, probability: 0.5 }] }, 'OUT_OF_RANGE', 'stages.0.probability'],
    [{ stages: [{ ...first, staleAfterDays: 0 }] }, 'OUT_OF_RANGE', 'stages.0.staleAfterDays'],
    [{ stages: [{ ...first, gate: { and: [{ fact: 'lead.need', is: 'isSet' }] } }] }, 'RULE_INVALID', 'stages.0.gate.and.0.fact'],
    [{ stages: [{ ...first, gate: 'yes' }] }, 'RULE_INVALID', 'stages.0.gate'],
    [{ stages: [{ ...first, gate: { or: [] } }] }, 'RULE_INVALID', 'stages.0.gate'],
    [{ stages: [{ ...first, gate: { and: [{ fact: 'ordersCount', is: 'ge', value: 1 }, { or: [{ or: [] }] }] } }] }, 'RULE_INVALID', 'stages.0.gate'],
  ] satisfies [Partial<PipelineInput>, string, string][])('%#: is refused with the path of what is wrong', (more, code, field) => {
    expect(preparePipeline({ ...fixturePipeline, ...more })).toMatchObject({ refused: true, code, field });
  });
});

describe('an opportunity that stands still', () => {
  const pipeline = preparedPipeline({ ...fixturePipeline, stages: [first, ...rest] });

  it('is stale after the days of its stage, or after twice the median of the won ones', () => {
    const rhythm = { contacted: 1, proposal: 4.2 };
    expect(staleAt(openIn('contacted'), pipeline, rhythm)).toBe(now + 7 * day);
    expect(staleAt(openIn('proposal'), pipeline, rhythm)).toBe(now + 9 * day);
    expect([isStale(openIn('proposal'), pipeline, now + 9 * day - 1, rhythm), isStale(openIn('proposal'), pipeline, now + 9 * day, rhythm)]).toEqual([false, true]);
    expect(staleAt(openIn('proposal'), pipeline, { proposal: 0 })).toBe(now + day);
  });

  it('is not where nothing is known of its stage, or when it is closed', () => {
    expect(staleAt(openIn('proposal'), pipeline)).toBeNull();
    expect(isStale({ ...openIn('contacted'), status: 'LOST' }, pipeline, now + 99 * day)).toBe(false);
    expect(isStale(openIn('removed'), pipeline, now + 99 * day)).toBe(false);
  });
});
