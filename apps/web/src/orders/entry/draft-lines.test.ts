import { expect, it } from 'vitest';
import { amountOf, blankLine, meantLines, totalOf, withBlank } from './draft-lines.ts';

const line = (key: string, more: object = {}) => ({ ...blankLine(key), productId: key, unitPrice: '1', ...more });

it('adds lines up as the order will, to the cent', () => {
  const lines = [line('a', { quantity: '3', unitPrice: '0.125' }), line('b', { unitPrice: '10', discountPercent: '33.335' }), blankLine('c')];
  expect(amountOf(lines[0]!, 'EUR')).toEqual({ amount: 38, currency: 'EUR' });
  expect(totalOf(lines, 'EUR')).toEqual({ amount: 705, currency: 'EUR' });
});

it('shows no sum while a line is half written', () => {
  expect(totalOf([line('a'), line('b', { unitPrice: '' })], 'EUR')).toBeUndefined();
  expect(totalOf([blankLine('a')], 'EUR')).toBeUndefined();
});

it('keeps one empty line at the end, and does not send it', () => {
  const lines = withBlank([line('a')], () => 'new');
  expect(lines.map(({ key }) => key)).toEqual(['a', 'new']);
  expect(withBlank(lines, () => 'newer')).toBe(lines);
  expect(meantLines(lines).map(({ key }) => key)).toEqual(['a']);
});
