import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#calendar';
import { derivedFrom, deriveFacts, type FactRoom, type Facts } from '#facts';
import { evaluateRule, holds, maskFacts, type Rule } from '#rules';
import { fixtureNow as now } from '#rules/rule.fixture';
import { type Because, factsJudgedBy, nextModelReview, shippedModels, stageFlips, stageOf } from './index.ts';
import { arbitraryStanding } from './standing.fixture.ts';

/** Milliseconds that a busy machine may take. */
const patience = 30_000;
const everyStage = shippedModels.flatMap(({ key, stages }) => stages.map((stage) => `${key} ${stage.key}`));
const parts = fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { minLength: 3, maxLength: 3 });
const stagesAt = (facts: Facts, instant: number): readonly string[] => shippedModels.map((model) => stageOf(model, facts, instant).stage);

const worlds: readonly (readonly [world: string, absent: readonly FactRoom[], holes: boolean])[] = [
  ['every room', [], false],
  ['rooms 1 and 2 alone', ['D', 'S', 'G', 'Q', 'M'], false],
  ['any fact perhaps absent', [], true],
];

describe.each(worlds)('with %s', (_world, absent, holes) => {
  const standings = arbitraryStanding(now, absent, holes);

  it('every customer has one stage of each model, and every stage is reached and has its reasons', () => {
    const reached = new Set<string>();
    fc.assert(fc.property(standings, (given) => {
      const facts = deriveFacts(given, now);
      for (const model of shippedModels) {
        const { stage: key, because } = stageOf(model, given, now);
        const [first] = model.evaluationOrder.filter((one) => holds(ruleOf(model.key, one), { facts }, now));
        if (first !== key || !explains(because, ruleOf(model.key, key), facts)) expect.fail(JSON.stringify({ model: model.key, key, first, because }));
        reached.add(`${model.key} ${key}`);
      }
    }), { numRuns: 3000 });
    expect(everyStage.filter((stage) => !reached.has(stage))).toEqual([]);
  }, patience);

  it('judges alike whoever is known by the facts alone that the models read', () => {
    fc.assert(fc.property(standings, (facts) => {
      const keys = new Set([...factsJudgedBy(shippedModels)].flatMap((key) => derivedFrom[key] ?? [key]));
      const read = Object.fromEntries(Object.entries(facts).filter(([key]) => keys.has(key)));
      for (const model of shippedModels) {
        expect(stageOf(model, read, now)).toEqual(stageOf(model, facts, now));
        expect(stageFlips(model, read, now, now + 500 * day)).toEqual(stageFlips(model, facts, now, now + 500 * day));
      }
    }), { numRuns: 500 });
  }, patience);

  it('no stage moves before the next review, and a late look finds every move at its instant', () => {
    let moves = 0;
    fc.assert(fc.property(standings, parts, (facts, at) => {
      const end = nextModelReview(shippedModels, facts, now) ?? now + 2000 * day;
      expect(end).toBeGreaterThan(now);
      for (const probe of [end - 1, ...at.map((part) => now + Math.floor(part * (end - now)))]) {
        expect(stagesAt(facts, probe)).toEqual(stagesAt(facts, now));
      }

      const until = now + 500 * day;
      for (const model of shippedModels) {
        const flips = stageFlips(model, facts, now, until);
        moves += flips.length;
        for (const flip of flips) {
          expect([stageOf(model, facts, flip.at - 1).stage, stageOf(model, facts, flip.at)]).toEqual([flip.from, { stage: flip.to, because: flip.because }]);
        }
        for (const part of at) {
          const probe = now + Math.floor(part * (until - now));
          const last = flips.findLast((flip) => flip.at <= probe)?.to ?? stageOf(model, facts, now).stage;
          expect(stageOf(model, facts, probe).stage).toBe(last);
        }
      }
    }), { numRuns: 1000 });
    expect(moves).toBeGreaterThan(500);
  }, patience);
});

/** The reasons read what the facts say, are as true as they claim, and suffice: with no other fact the stage is entered all the same. */
function explains(because: Because, rule: Rule, facts: Facts): boolean {
  if (because === 'always') return 'and' in rule && rule.and.length === 0;
  const read = because.flatMap((reason) => ('fact' in reason.rule ? [reason.rule.fact] : []));
  const honest = because.every((reason) => 'fact' in reason.rule && reason.value === facts[reason.rule.fact]
    && evaluateRule(reason.rule, { facts: { [reason.rule.fact]: reason.value } }, now) === reason.truth);
  const others = Object.keys(facts).filter((fact) => !read.includes(fact));
  return read.length > 0 && honest && holds(rule, { facts: maskFacts(facts, others) }, now);
}

function ruleOf(model: string, stage: string): Rule {
  const rule = shippedModels.find(({ key }) => key === model)?.stages.find(({ key }) => key === stage)?.rule;
  if (!rule) throw new Error(`No stage ${stage} in ${model}`);
  return rule;
}
