import { expect, test } from 'vitest';
import { refuse } from '#refusal';
import { english, type Reason } from './english.ts';
import { importMessage, refuseBecause } from './index.ts';
import { spanish } from './spanish.ts';

test('every reason is said in both languages, with the same parameters', () => {
  expect(Object.keys(spanish).toSorted()).toEqual(Object.keys(english).toSorted());
  for (const reason of Object.keys(english) as Reason[]) {
    const asked = [new Set<string>(), new Set<string>()] as const;
    const watched = (into: Set<string>) => new Proxy({}, { get: (_, name) => (into.add(String(name)), `‹${String(name)}›`) });
    const texts = [english[reason](watched(asked[0])), spanish[reason](watched(asked[1]))];
    expect([reason, [...asked[1]].toSorted(), texts[0] === texts[1]]).toEqual([reason, [...asked[0]].toSorted(), false]);
  }
});

test('a note is read in the language of the reader: its own reason, else what the product says of the code', () => {
  const note = refuseBecause('NOT_FOUND', 'NO_PRODUCT', { value: 'A1' });
  expect([importMessage(note, 'en'), importMessage(note, 'es')]).toEqual([
    expect.stringMatching(/^No product has the code “A1”/), expect.stringMatching(/^Ningún producto tiene el código «A1»/),
  ]);
  expect(importMessage(refuse('TOO_LONG', { details: { maximum: 5 } }), 'es')).toBe('Acórtalo a 5 caracteres.');
  expect(importMessage({ code: 'TEST_ROW', details: { because: 'LEFT_OUT' } }, 'es')).toBe('Omitida, como dice la correspondencia.');
});
