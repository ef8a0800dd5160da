import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerCatalogue } from '#rules';
import { membershipChange, prepareSegment, type SegmentInput } from './index.ts';

const catalogue = customerCatalogue();
const rule = { fact: 'ordersCount', is: 'ge', value: 2 };

describe('segments', () => {
  it('are a rule or a list', () => {
    expect(prepareSegment({ name: ' Fieles  de verdad ', rule, shared: true }, catalogue)).toMatchObject({
      name: 'Fieles de verdad', description: null, shared: true, kind: 'RULE', rule, list: null,
    });
    expect(prepareSegment({ name: 'Feria', list: ['b', 'a', 'b'] }, catalogue)).toMatchObject({ kind: 'LIST', rule: null, list: ['b', 'a'] });
  });

  it.each([
    [{ name: '', rule }, 'REQUIRED', 'name'],
    [{ name: 'x' }, 'REQUIRED', 'rule'],
    [{ name: 'x', rule, list: [] }, 'CONFLICT', 'list'],
    [{ name: 'x'.repeat(101), rule }, 'TOO_LONG', 'name'],
  ] as [SegmentInput, string, string][])('%#: are refused by what is wrong', (input, code, field) => {
    expect(prepareSegment(input, catalogue)).toMatchObject({ refused: true, code, field });
  });

  it('say where a rule cannot be read', () => {
    const answer = prepareSegment({ name: 'x', rule: { and: [rule, { fact: 'nonsense', is: 'eq', value: 1 }] } }, catalogue);
    expect(answer).toMatchObject({ code: 'RULE_INVALID' });
    expect((answer as { field?: string }).field).toMatch(/^rule\.and\.1/);
  });

  it('know who entered and who left', () => {
    expect(membershipChange(['a', 'b', 'c'], ['d', 'b', 'a'])).toEqual({ entered: ['d'], left: ['c'] });
    const ids = fc.uniqueArray(fc.string({ maxLength: 2 }));
    fc.assert(fc.property(ids, ids, (before, after) => {
      const { entered, left } = membershipChange(before, after);
      const then = [...before.filter((id) => !left.includes(id)), ...entered];
      expect(then.toSorted()).toEqual(after.toSorted());
    }));
  });
});
