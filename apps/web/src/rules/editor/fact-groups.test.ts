import { factCatalogue } from '@orbita/domain/facts';
import { expect, it } from 'vitest';
import { groupFacts } from './fact-groups.ts';

const first = (question: string, language: 'en' | 'es') => groupFacts(factCatalogue, question, language)[0]?.fields[0]?.key;

it('finds a fact by words of its name, accents aside, the whole name first', () => {
  expect(first('last purchase', 'en')).toBe('lastOrderAt');
  expect(first('ultima compra', 'es')).toBe('lastOrderAt');
  expect(first('pedidos', 'es')).toBe('ordersCount');
  expect(groupFacts(factCatalogue, 'nonsense of mine', 'en')).toEqual([]);
});

it('puts every fact under one heading', () => {
  const groups = groupFacts(factCatalogue, '', 'en');
  expect(groups.flatMap(({ fields }) => fields)).toHaveLength(factCatalogue.length);
  expect(groups.length).toBeGreaterThan(6);
});
