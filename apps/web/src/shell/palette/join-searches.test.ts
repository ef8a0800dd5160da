import { expect, it } from 'vitest';
import { joinSearches } from './join-searches.ts';

const finds = (id: string) => () => Promise.resolve([{ id, label: id, href: `/${id}` }]);
const fails = () => Promise.reject(new Error('down'));
const signal = new AbortController().signal;

it('keeps the order of the searches, and what the others found where one fails', async () => {
  expect((await joinSearches([finds('a'), fails, finds('b')])('x', signal)).map(({ id }) => id)).toEqual(['a', 'b']);
});

it('fails only where none answers', async () => {
  await expect(joinSearches([fails, fails])('x', signal)).rejects.toThrow();
});
