import { beforeEach, expect, it } from 'vitest';
import { rememberSeen, seenBy } from './seen.ts';

beforeEach(() => localStorage.clear());

it('knows who was opened last, each once, of each person apart', () => {
  for (let no = 0; no < 10; no++) rememberSeen('ana', { id: `c${no}`, kind: 'PERSON' });
  rememberSeen('ana', { id: 'c7', kind: 'PERSON' });
  expect(seenBy('ana').map(({ id }) => id)).toEqual(['c7', 'c9', 'c8', 'c6', 'c5', 'c4', 'c3', 'c2']);
  expect(seenBy('leo')).toEqual([]);
});

it('keeps nobody by name, not even whom an earlier Orbita kept so', () => {
  localStorage.setItem('orbita-seen-ana', JSON.stringify([{ id: 'c1', name: 'Lola Mora', kind: 'PERSON' }, null, { name: 'x' }]));
  const customer = { id: 'c2', name: 'Rui Sa', kind: 'PERSON' } as const;
  rememberSeen('ana', customer);
  expect(seenBy('ana').map(({ id }) => id)).toEqual(['c2', 'c1']);
  expect(localStorage.getItem('orbita-seen-ana')).not.toMatch(/Lola|Rui/);
});
