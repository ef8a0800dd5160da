import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateRule, parseRule } from '#rules';
import { arbitraryRule, arbitrarySubject, fixtureNow as now } from '@orbita/domain/rules/rule.fixture';
import { missingForGate, opportunityCatalogue } from '../index.ts';
import { preparedPipeline } from '../pipeline.fixture.ts';

const catalogue = opportunityCatalogue();
const [stage] = preparedPipeline().stages;

test('any rule over an opportunity and its customer can be a gate, and something is missing exactly when it does not hold', () => {
  fc.assert(fc.property(arbitraryRule(catalogue), arbitrarySubject(catalogue, { now }), (gate, subject) => {
    expect(parseRule(JSON.parse(JSON.stringify(gate)), catalogue)).toEqual(gate);
    const missing = missingForGate({ ...stage, gate }, subject, now);
    expect(missing.length === 0).toBe(evaluateRule(gate, subject, now) === true);
    for (const { rule, truth } of missing) expect(evaluateRule(rule, subject, now)).toBe(truth);
  }), { numRuns: 300 });
});
