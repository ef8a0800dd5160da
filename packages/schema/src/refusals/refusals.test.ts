import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const packages = join(import.meta.dirname, '../../..');
// Imports have words of their own, for rows as well as for refusals.
const sources = ['domain', 'database', 'schema'].flatMap((name) => readdirSync(join(packages, name, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => join(packages, name, 'src', path)).filter((path) => path.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(path) && !path.includes('/imports/')));

test('no refusal carries a reason in the words of one language: refuseBecause names one that has its words in each', () => {
  const worded = sources.filter((path) => /details:\s*\{[^}]*(?<!\.)\breason\b/.test(readFileSync(path, 'utf8')));
  expect(sources.length).toBeGreaterThan(100);
  expect(worded.map((path) => path.slice(packages.length + 1))).toEqual([]);
});
