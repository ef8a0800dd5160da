import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { safelist } from './safelist.ts';

const document = '{ me { userId } }';
const hash = createHash('sha256').update(document).digest('hex');
const manifest = new Map([[hash, document]]);

test('a known document runs by hash, in each way of saying it, or as itself', () => {
  const enforced = safelist(manifest, 'enforce');
  expect(enforced({ documentId: `sha256:${hash}` })).toBe(document);
  expect(enforced({ documentId: hash })).toBe(document);
  expect(enforced({ extensions: { persistedQuery: { sha256Hash: hash } } })).toBe(document);
  expect(enforced({ query: document })).toBe(document);
});

test('an unknown document runs only where the list is open, and a hash never registers one', () => {
  expect(() => safelist(manifest, 'enforce')({ query: '{ other }' })).toThrow('Only the operations');
  expect(() => safelist(manifest, 'enforce')({ query: '{ other }', documentId: 'x' })).toThrow('Only the operations');
  expect(safelist(manifest, 'off')({ query: '{ other }' })).toBe('{ other }');
  expect(() => safelist(manifest, 'off')({ documentId: 'unknown' })).toThrow('No document goes by this hash');
});
