import { expect, it } from 'vitest';
import { matchedParts, matches } from './palette-items.ts';

const marked = (label: string, question: string) => matchedParts(label, question).map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

it.each([
  ['Café Sánchez', 'sanch', 'Café [Sánch]ez'], ['Café Sánchez', 'san caf', '[Caf]é [Sán]chez'], ['Order P003731', 'p0037', 'Order [P0037]31'],
  ['Banana', 'an', 'B[anan]a'], ['Nothing', 'x', 'Nothing'], ['Anything', '', 'Anything'], ['', 'x', ''],
])('marks in “%s” what “%s” names: %s', (label, question, shown) => {
  expect(marked(label, question)).toBe(shown);
  expect(matchedParts(label, question).map(({ text }) => text).join('')).toBe(label);
});

it('finds every word in any order', () => {
  expect(matches('Switch to dark', 'dark sw')).toBe(true);
  expect(matches('Switch to dark', 'light')).toBe(false);
});
