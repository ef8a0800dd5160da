import { describe, expect, it } from 'vitest';
import { customFact, type FactDefinition } from '#facts';
import { always, customerCatalogue } from '#rules';
import { modelFacts, prepareModel, shippedModels, stageOf } from '../index.ts';

const both = (text: string) => ({ en: text, es: text });
const colour: FactDefinition = customFact({ name: 'colour', type: 'enum', label: both('Colour'), values: ['RED', 'BLUE'] });
const catalogue = customerCatalogue([colour, ...modelFacts(shippedModels)]);

const stage = (key: string, rule: unknown) => ({
  key, name: both(key), rule, strategy: both('Be kind'), signals: [{ text: both('Writes'), rule: null as unknown }],
  kpiBounds: [{ text: both('Quick'), bound: { measure: 'medianDays', compare: 'le', value: 14, unit: 'days' } as unknown }],
  npsBound: 10 as unknown, slaHours: 4 as unknown, talkMinutes: 8 as unknown,
});
const red = { fact: 'custom.colour', is: 'eq', value: 'RED' };
const model = () => ({
  key: 'taste' as unknown, name: both('Taste') as unknown,
  stages: [stage('OTHER', always), stage('REDS', red), stage('BUYERS', { fact: 'ordersCount', is: 'ge', value: 1 })],
  evaluationOrder: ['REDS', 'BUYERS', 'OTHER'] as unknown,
});
type Draft = ReturnType<typeof model>;
type Stage = Draft['stages'][number];

const changed = (change: (draft: Draft) => void): Draft => {
  const draft = model();
  change(draft);
  return draft;
};
const inStage = (index: number, change: (draft: Stage) => void) => changed((draft) => {
  const one = draft.stages[index];
  if (one) change(one);
});
const ruled = (rule: unknown) => inStage(1, (draft) => { draft.rule = rule; });
const bounded = (bound: unknown) => inStage(0, (draft) => { draft.kpiBounds = [{ text: both('Quick'), bound }]; });

describe('a model of the company', () => {
  it('is read as written, and places customers', () => {
    const taste = prepareModel(model(), catalogue);
    expect(taste).toEqual(model());
    if ('refused' in taste) return;
    expect(stageOf(taste, { 'custom.colour': 'RED', ordersCount: 1 }, 0)).toEqual({ stage: 'REDS', because: [{ rule: red, truth: true, value: 'RED' }] });
    expect(stageOf(taste, { 'custom.colour': null, ordersCount: 1 }, 0).stage).toBe('BUYERS');
    expect(stageOf(taste, {}, 0)).toEqual({ stage: 'OTHER', because: 'always' });
  });

  it('tidies texts, and takes a bound, a signal rule and an NPS bound as missing when they are', () => {
    const draft = inStage(0, (one) => {
      one.name = both('  Other \n ones ');
      Object.assign(one, { signals: [{ text: both('Writes') }], kpiBounds: [{ text: both('Quick') }], npsBound: undefined });
    });
    expect(prepareModel(draft, catalogue)).toMatchObject({
      stages: [{ name: both('Other ones'), signals: [{ rule: null }], kpiBounds: [{ bound: null }], npsBound: null }, {}, {}],
    });
  });

  it('may have signals that read stages: only entry rules go in circles', () => {
    const rule = { fact: 'stage.commercial', is: 'eq', value: 'RECOVERY' };
    const answer = prepareModel(inStage(0, (one) => { one.signals = [{ text: both('Lost'), rule }]; }), catalogue);
    expect(answer).toMatchObject({ stages: [{ signals: [{ rule }] }, {}, {}] });
  });

  it.each<[string, unknown, code: string, field: string]>([
    ['no object', [], 'INVALID', 'model'],
    ['a mistyped key', { ...model(), stagse: [] }, 'INVALID', 'stagse'],
    ['no key', changed((draft) => { draft.key = undefined; }), 'REQUIRED', 'key'],
    ['a key that no fact can carry', changed((draft) => { draft.key = 'My model'; }), 'INVALID_FORMAT', 'key'],
    ['no name', changed((draft) => { draft.name = undefined; }), 'REQUIRED', 'name.en'],
    ['a name in one language', changed((draft) => { draft.name = { en: 'Taste', es: ' ' }; }), 'REQUIRED', 'name.es'],
    ['no stages', changed((draft) => { draft.stages = []; }), 'REQUIRED', 'stages'],
    ['too many stages', changed((draft) => { draft.stages = Array.from({ length: 21 }, (_, no) => stage(`S${no}`, always)); }), 'INVALID', 'stages'],
    ['a stage key in lower case', inStage(2, (one) => { one.key = 'buyers'; }), 'INVALID_FORMAT', 'stages.2.key'],
    ['a stage key twice', inStage(2, (one) => { one.key = 'REDS'; }), 'ALREADY_EXISTS', 'stages.2.key'],
    ['a stage name in one language', inStage(1, (one) => { one.name = { en: '', es: 'Rojos' }; }), 'REQUIRED', 'stages.1.name.en'],
    ['a long name', inStage(1, (one) => { one.name = both('x'.repeat(61)); }), 'TOO_LONG', 'stages.1.name.en'],
    ['no strategy', inStage(1, (one) => { one.strategy = both(''); }), 'REQUIRED', 'stages.1.strategy.en'],
    ['no order', changed((draft) => { draft.evaluationOrder = undefined; }), 'INVALID', 'evaluationOrder'],
    ['an unknown stage in the order', changed((draft) => { draft.evaluationOrder = ['REDS', 'GREENS', 'OTHER']; }), 'INVALID', 'evaluationOrder.1'],
    ['a stage twice in the order', changed((draft) => { draft.evaluationOrder = ['REDS', 'REDS', 'OTHER']; }), 'ALREADY_EXISTS', 'evaluationOrder.1'],
    ['a stage missing in the order', changed((draft) => { draft.evaluationOrder = ['REDS', 'OTHER']; }), 'INVALID', 'evaluationOrder'],
    ['a last stage that takes not everybody', changed((draft) => { draft.evaluationOrder = ['OTHER', 'BUYERS', 'REDS']; }), 'RULE_INVALID', 'stages.1.rule'],
    ['no rule', ruled(null), 'REQUIRED', 'stages.1.rule'],
    ['a rule that does not parse', ruled({ and: [{ fact: 'ordersCount', is: 'ge', value: 'two' }] }), 'RULE_INVALID', 'stages.1.rule.and.0.value'],
    ['a rule over an unknown fact', ruled({ fact: 'custom.size', is: 'isSet' }), 'RULE_INVALID', 'stages.1.rule.fact'],
    ['a rule that reads a stage', ruled({ not: { fact: 'stage.value', is: 'eq', value: 'GROWTH' } }), 'RULE_INVALID', 'stages.1.rule.not.fact'],
    ['a rule that reads since when', ruled({ fact: 'stageSince.value', is: 'reached' }), 'RULE_INVALID', 'stages.1.rule.fact'],
    ['a rule that reads the stage before', ruled({ fact: 'previousStage.value', is: 'isSet' }), 'RULE_INVALID', 'stages.1.rule.fact'],
    ['a rule that looks into rows', ruled({ some: 'orders', where: { fact: 'hasContract', is: 'eq', value: true } }), 'RULE_INVALID', 'stages.1.rule'],
    ['a signal that does not parse', inStage(0, (one) => { one.signals = [{ text: both('x'), rule: {} }]; }), 'RULE_INVALID', 'stages.0.signals.0.rule'],
    ['an unknown measure', bounded({ measure: 'happiness', compare: 'ge', value: 1, unit: 'score' }), 'INVALID', 'stages.0.kpiBounds.0.bound.measure'],
    ['a measure in another unit', bounded({ measure: 'medianDays', compare: 'le', value: 1, unit: 'months' }), 'INVALID', 'stages.0.kpiBounds.0.bound.unit'],
    ['no comparison', bounded({ measure: 'medianDays', compare: '<', value: 1, unit: 'days' }), 'INVALID', 'stages.0.kpiBounds.0.bound.compare'],
    ['a bound that is no number', bounded({ measure: 'medianDays', compare: 'le', value: NaN, unit: 'days' }), 'INVALID', 'stages.0.kpiBounds.0.bound.value'],
    ['a bound beyond reason', bounded({ measure: 'medianDays', compare: 'le', value: -1, unit: 'days' }), 'OUT_OF_RANGE', 'stages.0.kpiBounds.0.bound.value'],
    ['an NPS bound beyond the scale', inStage(0, (one) => { one.npsBound = 101; }), 'OUT_OF_RANGE', 'stages.0.npsBound'],
    ['a half NPS bound', inStage(0, (one) => { one.npsBound = 0.5; }), 'INVALID', 'stages.0.npsBound'],
    ['no time to answer', inStage(0, (one) => { one.slaHours = 0; }), 'OUT_OF_RANGE', 'stages.0.slaHours'],
    ['no talk time', inStage(0, (one) => { one.talkMinutes = undefined; }), 'REQUIRED', 'stages.0.talkMinutes'],
  ])('with %s is refused at its place', (_case, input, code, field) =>
    expect(prepareModel(input, catalogue)).toMatchObject({ refused: true, code, field }));
});
