import { expect, test } from 'vitest';
import { refuse } from '#refusal';
import { english, type Reason } from './english.ts';
import { importMessage, importMessageOnScreen, refuseBecause } from './index.ts';
import { onScreen } from './on-screen.ts';
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

test('what the screen says otherwise it says in both languages, with no more than the note tells, and without a word of mapping files', () => {
  expect(Object.keys(onScreen.es).toSorted()).toEqual(Object.keys(onScreen.en).toSorted());
  for (const reason of Object.keys(onScreen.en) as Reason[]) {
    const told = new Set<string>();
    english[reason](new Proxy({}, { get: (_, name) => (told.add(String(name)), '') }));
    for (const language of ['en', 'es'] as const) {
      const asked = new Set<string>();
      const text = onScreen[language][reason]!(new Proxy({}, { get: (_, name) => (asked.add(String(name)), 'x') }));
      expect([reason, [...asked].filter((name) => !told.has(name)), /"|mapping|correspondencia|asignación|--/.test(text)]).toEqual([reason, [], false]);
    }
  }
  const kept = { code: 'KEPT', details: { because: 'KEPT', columns: 'Nombre' } };
  expect([importMessageOnScreen(kept, 'en'), importMessageOnScreen(kept, 'es')]).toEqual([expect.stringContaining('choose “Write over it”'), expect.stringContaining('elige «Sobrescribirlo»')]);
  expect(importMessageOnScreen(refuseBecause('NOT_FOUND', 'NO_LEAD', { value: '7' }), 'en')).toMatch(/^No lead has the id “7”/);
});

test('a note is read in the language of the reader: its own reason, else what the product says of the code', () => {
  const note = refuseBecause('NOT_FOUND', 'NO_PRODUCT', { value: 'A1' });
  expect([importMessage(note, 'en'), importMessage(note, 'es')]).toEqual([
    expect.stringMatching(/^No product has the code “A1”/), expect.stringMatching(/^Ningún producto tiene el código «A1»/),
  ]);
  expect(importMessage(refuse('TOO_LONG', { details: { maximum: 5 } }), 'es')).toBe('Acórtalo a 5 caracteres.');
  expect(importMessage({ code: 'TEST_ROW', details: { because: 'LEFT_OUT' } }, 'es')).toBe('Omitida, como dice la correspondencia.');
});
