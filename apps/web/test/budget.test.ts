import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

interface Chunk { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[]; readonly isDynamicEntry?: boolean }

const dist = join(import.meta.dirname, '../dist');
const manifestFile = join(dist, '.vite/manifest.json');
const built = existsSync(manifestFile);
const manifest = built ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Chunk>) : {};
const kilobytes = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length / 1024, 0);

/** What the browser fetches for these chunks: themselves and everything they import at once. */
function needed(keys: readonly string[]) {
  const seen = new Set<string>();
  const visit = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    manifest[key]?.imports?.forEach(visit);
  };
  keys.forEach(visit);
  const chunks = [...seen].flatMap((key) => manifest[key] ?? []);
  return { scripts: new Set(chunks.map(({ file }) => file)), styles: new Set(chunks.flatMap(({ css }) => css ?? [])) };
}

const keyOf = (route: string) => Object.keys(manifest).filter((key) => key.startsWith(`src/routes/${route}.tsx`));
const first = needed(['index.html', ...keyOf('_staff'), ...keyOf('_staff/index')]);

it.skipIf(!built)('shows the first page within 250 KB of script and 15 KB of style', () => {
  expect(keyOf('_staff').length).toBeGreaterThan(0);
  console.log(`First route: ${kilobytes(first.scripts).toFixed(0)} KB script, ${kilobytes(first.styles).toFixed(1)} KB style`);
  expect(kilobytes(first.scripts)).toBeLessThanOrEqual(250);
  expect(kilobytes(first.styles)).toBeLessThanOrEqual(15);
});

it.skipIf(!built)('asks for no crowd of files: 30 scripts for the first page, 40 more for any other', () => {
  expect(first.scripts.size).toBeLessThanOrEqual(30);
  for (const route of Object.keys(manifest).filter((key) => key.startsWith('src/routes/'))) {
    expect([...needed([route]).scripts].filter((file) => !first.scripts.has(file)).length, route).toBeLessThanOrEqual(40);
  }
});

it.skipIf(!built)('adds at most 60 KB of script for any other page', () => {
  const routes = Object.keys(manifest).filter((key) => key.startsWith('src/routes/'));
  for (const route of routes) {
    const more = [...needed([route]).scripts].filter((file) => !first.scripts.has(file));
    expect(kilobytes(more), route).toBeLessThanOrEqual(60);
  }
});

it.skipIf(!built)('inlines exactly one script, the one the server hashes', () => {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  expect([...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].length).toBe(1);
});
