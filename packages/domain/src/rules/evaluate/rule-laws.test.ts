import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#calendar';
import { deriveFacts } from '#facts';
import { customerCatalogue, evaluateRule, factsReadBy, maskFacts, nextReviewOf, parseRule } from '../index.ts';
import { arbitraryRule, arbitrarySubject, coverageOf, fixtureNow } from '../rule.fixture.ts';

const now = fixtureNow;
const catalogue = customerCatalogue();
const rules = arbitraryRule(catalogue);
const subjects = arbitrarySubject(catalogue, { now });
const runs = { numRuns: 500 };

describe('for every rule and subject', () => {
  it('twice not is as it was', () => {
    fc.assert(fc.property(rules, subjects, (rule, subject) =>
      evaluateRule({ not: { not: rule } }, subject, now) === evaluateRule(rule, subject, now)), runs);
  });

  it('De Morgan holds in three values', () => {
    fc.assert(fc.property(fc.array(rules, { maxLength: 3 }), subjects, (parts, subject) => {
      const nots = parts.map((not) => ({ not }));
      expect(evaluateRule({ not: { and: parts } }, subject, now)).toBe(evaluateRule({ or: nots }, subject, now));
      expect(evaluateRule({ not: { or: parts } }, subject, now)).toBe(evaluateRule({ and: nots }, subject, now));
    }), runs);
  });

  it('assume leaves what is known and is never unknown', () => {
    fc.assert(fc.property(rules, subjects, fc.boolean(), (rule, subject, assume) => {
      const bare = evaluateRule(rule, subject, now);
      expect(evaluateRule({ assume, rule }, subject, now)).toBe(bare === 'unknown' ? assume : bare);
    }), runs);
  });

  it('none is not some', () => {
    fc.assert(fc.property(arbitraryRule(catalogue, { depth: 1, relations: true }), subjects, (rule, subject) => {
      if (!('some' in rule)) return;
      const none = evaluateRule({ none: rule.some, where: rule.where }, subject, now);
      expect(none).toBe(evaluateRule({ not: rule }, subject, now));
    }), { numRuns: 1000 });
  });

  it('only the facts it reads matter', () => {
    fc.assert(fc.property(arbitraryRule(catalogue, { relations: false }), subjects, (rule, { facts }) => {
      const read = factsReadBy(rule);
      const rest = Object.keys(facts).filter((key) => !read.has(key));
      expect(evaluateRule(rule, { facts: maskFacts(facts, rest) }, now)).toBe(evaluateRule(rule, { facts }, now));
    }), runs);
  });

  it('it parses out of its own JSON to itself', () => {
    fc.assert(fc.property(rules, (rule) => {
      expect(parseRule(JSON.parse(JSON.stringify(rule)), catalogue)).toEqual(rule);
    }), runs);
  });

  it('nothing moves before the next review', () => {
    let reviewed = 0;
    const clockRules = arbitraryRule(catalogue, { readable: ({ type, key }) => type === 'instant' || key === 'npsClass' });
    const parts = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    fc.assert(fc.property(clockRules, subjects, parts, (rule, { facts, relations = {} }, part) => {
      const truthAt = (instant: number) => evaluateRule(rule, { facts: deriveFacts(facts, instant), relations }, instant);
      const review = nextReviewOf(rule, facts, now, relations);
      if (review !== null) reviewed += 1;
      const end = review ?? now + 2_000 * day;
      expect(end).toBeGreaterThan(now);
      for (const probe of [end - 1, now + Math.floor(part * (end - now))]) expect(truthAt(probe)).toBe(truthAt(now));
    }), { numRuns: 3000 });
    expect(reviewed).toBeGreaterThan(300);
  });

  it('the generators meet every operator on every type, value, null and absence', () => {
    const coverage = coverageOf(catalogue);
    const leaves = arbitraryRule(catalogue, { depth: 1, relations: false });
    fc.assert(fc.property(fc.array(leaves, { minLength: 20, maxLength: 20 }), subjects, (and, subject) => {
      coverage.tally({ and }, subject, now);
    }), { numRuns: 1500 });
    expect(coverage.missing()).toEqual([]);
  });
});
