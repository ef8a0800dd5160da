import { expect, test } from 'vitest';
import { askedLanguage } from './asked-language.ts';

test.each([
  ['es', 'es'],
  ['es-MX,es;q=0.9,en;q=0.8', 'es'],
  ['fr, en;q=0.3, es;q=0.7', 'es'],
  ['en-GB', 'en'],
  ['es;q=0, en;q=0.1', 'en'],
  ['fr, de;q=0.5, *;q=0.1', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s asks for %s', (header, language) => {
  expect(askedLanguage(header)).toBe(language);
});
