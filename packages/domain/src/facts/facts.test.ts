import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customFact, deriveFacts, factCatalogue, factDefinition, normaliseText, presentFacts } from './index.ts';

const day = 86_400_000;

describe('the fact catalogue', () => {
  it('declares every fact once', () => {
    const keys = factCatalogue.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('names the seven phases in which cycles are open', () => {
    expect(factCatalogue.map(({ key }) => key).filter((key) => key.startsWith('openIn'))).toEqual([
      'openInTraction', 'openInQualification', 'openInOpportunity', 'openInQuotation', 'openInDelivery', 'openInBilling', 'openInAfterSales',
    ]);
  });

  it('labels every fact, every member of an enum and every absence in both languages', () => {
    for (const fact of factCatalogue) {
      const texts = [fact.label, ...Object.values(fact.valueLabels ?? {}), ...(fact.nullMeans ? [fact.nullMeans] : [])];
      for (const { en, es } of texts) expect([fact.key, en.length > 0, es.length > 0]).toEqual([fact.key, true, true]);
    }
  });

  it.each([
    ['possibleDuplicates', 'E'], ['revenue12m', 'W'], ['lastOrderAt', 'C'], ['valueTier', 'P'],
  ])('says what makes %s change: %s', (key, kind) => expect(factDefinition(key)?.kind).toBe(kind));

  it('counts are never null, and instants are read against the clock or the windows', () => {
    for (const fact of factCatalogue) {
      if (fact.unit === 'count') expect([fact.key, fact.nullMeans]).toEqual([fact.key, null]);
      if (fact.type === 'instant') expect([fact.key, ['C', 'W'].includes(fact.kind)]).toEqual([fact.key, true]);
    }
  });

  it('marks what not everybody may read', () => {
    expect(factDefinition('margin12m')?.mark).toBe('margin');
    expect(factDefinition('revenueTotal')?.mark).toBe('revenue');
    expect(factDefinition('city')?.mark).toBe('personal');
    expect(factDefinition('ordersCount')?.mark).toBeUndefined();
  });

  it('has present facts of the rooms that exist only', () => {
    expect(new Set(presentFacts().map(({ room }) => room))).toEqual(new Set(['1', '2']));
    expect(presentFacts().map(({ key }) => key)).not.toContain('npsClass');
  });

  it('lists the stages of each model', () => {
    expect(factDefinition('stage.commercial')?.values).toEqual(['ACQUISITION', 'CROSS_SELL', 'LOYALTY', 'CHURN_PREVENTION', 'RECOVERY']);
    expect(factDefinition('previousStage.value')?.nullMeans?.en).toBe('none yet');
  });

  it('takes a custom field as a fact', () => {
    const fact = customFact({ name: 'colour', type: 'enum', label: { en: 'Colour', es: 'Color' }, values: ['RED'] });
    expect(fact).toMatchObject({ key: 'custom.colour', values: ['RED'], kind: 'E', room: '1' });
  });
});

describe('derived facts', () => {
  it.each([[10, 'PROMOTER'], [9, 'PROMOTER'], [8, 'PASSIVE'], [7, 'PASSIVE'], [6, 'DETRACTOR'], [0, 'DETRACTOR']])(
    'an answer of %i makes a %s', (lastNpsScore, npsClass) =>
      expect(deriveFacts({ lastNpsScore, lastNpsAt: 0 }, 365 * day - 1).npsClass).toBe(npsClass));

  it('no class after 365 days, nor without an answer, and none at all without the room', () => {
    expect(deriveFacts({ lastNpsScore: 10, lastNpsAt: 0 }, 365 * day).npsClass).toBeNull();
    expect(deriveFacts({ lastNpsScore: null, lastNpsAt: null }, 0).npsClass).toBeNull();
    expect(deriveFacts({}, 0).npsClass).toBeUndefined();
  });

  it('measures silence against the own rhythm', () => {
    const facts = { expectedNextOrderAt: 30 * day, rhythmDays: 30 };
    expect(deriveFacts(facts, 0).silencePct).toBe(0);
    expect(deriveFacts(facts, 30 * day).silencePct).toBe(100);
    expect(deriveFacts(facts, 20 * day - 1).silencePct).toBe(63);
  });
});

describe('normalised text', () => {
  it.each([
    ['  Málaga ', 'malaga'], ['SAN  SEBASTIÁN\n', 'san sebastian'], ['Ñandú', 'nandu'], ['ﬁn', 'fin'], ['İzmir', 'izmir'],
    ['co\u00ADop', 'coop'], ['a\u0000b', 'a b'], [' \u0301 ', ''],
  ])('%j becomes %j', (text, normalised) => expect(normaliseText(text)).toBe(normalised));

  it('stays as it is when normalised again', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normaliseText(text);
      expect(normaliseText(once)).toBe(once);
    }), { numRuns: 2000 });
  });
});
