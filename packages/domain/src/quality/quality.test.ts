import { day } from '#calendar';
import { expect, test } from 'vitest';
import { isRealName, judgeQuality, type KnownCustomer, qualityChecks } from './index.ts';
import { now, point, whole } from './known.fixture.ts';

const missing = (change: Partial<KnownCustomer>): readonly string[] => judgeQuality({ ...whole, ...change }, now).missing;

test('of whom everything is known the score is 100, and what does not apply to him costs nothing', () => {
  expect(judgeQuality(whole, now)).toEqual({ score: 100, missing: [], recheckAt: whole.lastContactAt! + 365 * day, urgency: 0 });
  const person: KnownCustomer = { ...whole, kind: 'PERSON', name: 'Ana Ruiz', givenName: 'Ana', familyName: 'Ruiz', taxId: null, contacts: 0, doNotContact: true, preferredChannel: null, consentAsked: false };
  expect(judgeQuality(person, now).score).toBe(100);
});

test.each<[string, Partial<KnownCustomer>]>([
  ['realName', { name: 'xxx' }], ['taxIdPresent', { taxId: null }], ['taxIdValid', { taxId: 'B58378432' }], ['noDuplicate', { possibleDuplicates: 2 }],
  ['kindAgrees', { kind: 'PERSON', givenName: 'Bodegas', familyName: 'Ríos' }], ['wholeName', { kind: 'PERSON', taxId: null, givenName: 'Ana Ruiz' }],
  ['emailValid', { contactPoints: [point('EMAIL', 'info@bodegasrios.es', { bounced: true }), point('PHONE', '+34941234567')] }],
  ['phoneValid', { contactPoints: [point('EMAIL', 'info@bodegasrios.es'), point('PHONE', '+34941', { valid: false })] }],
  ['prefixAgrees', { contactPoints: [point('EMAIL', 'info@bodegasrios.es'), point('PHONE', '+33142685300')] }],
  ['contactPerson', { contacts: 0 }], ['consentAsked', { consentAsked: false }], ['language', { language: null }], ['preferredChannel', { preferredChannel: null }],
  ['addressWhole', { addresses: [{ ...whole.addresses[0]!, street: null }] }], ['addressWhole', { addresses: [] }],
  ['postalCodeFits', { addresses: [{ ...whole.addresses[0]!, postalCode: '99' }] }], ['provinceAgrees', { addresses: [{ ...whole.addresses[0]!, province: 'Madrid' }] }],
  ['countryKnown', { country: null }], ['owner', { hasOwner: false }], ['source', { source: null }],
  ['fresh', { lastContactAt: now - 365 * day }], ['fresh', { lastContactAt: null }],
])('%s fails alone where it alone is broken', (key, change) => {
  expect(missing(change)).toEqual([key]);
});

test('one who cannot be reached lacks that, and a bounced e-mail beside', () => {
  expect(missing({ contactPoints: [] })).toEqual(['reachable']);
  expect(missing({ contactPoints: [point('EMAIL', 'info@bodegasrios.es', { bounced: true })] })).toEqual(['reachable', 'emailValid']);
});

test('other names of a province are the same province', () => {
  const at = (postalCode: string, province: string) => missing({ addresses: [{ ...whole.addresses[0]!, postalCode, province }] });
  expect([at('48001', 'Vizcaya'), at('15001', 'La Coruña'), at('01001', 'Araba'), at('07001', 'Islas Baleares')]).toEqual([[], [], [], []]);
});

test('a score is the share of weights in whole percent, 100 only without a failure; the dearer customer is more urgent', () => {
  const applying = qualityChecks.filter((check) => check.holds(whole, now) !== null).reduce((sum, { weight }) => sum + weight, 0);
  const poor = { ...whole, taxId: null, contacts: 0 };
  const weights = qualityChecks.filter(({ key }) => key === 'taxIdValid').reduce((sum, { weight }) => sum + weight, 0);
  expect(judgeQuality(poor, now).score).toBe(Math.floor((100 * (applying - weights - 20)) / (applying - weights)));
  expect(judgeQuality({ ...whole, preferredChannel: null }, now).score).toBeLessThan(100);
  expect(judgeQuality({ ...poor, revenue12m: 10_000_00 }, now).urgency).toBeGreaterThan(judgeQuality({ ...poor, revenue12m: 0 }, now).urgency);
});

test('time alone makes what is known stale, at an instant that is told', () => {
  const { recheckAt } = judgeQuality(whole, now);
  expect(judgeQuality(whole, recheckAt! - 1).missing).toEqual([]);
  expect(judgeQuality(whole, recheckAt!)).toMatchObject({ missing: ['fresh'], recheckAt: null });
});

test('a name is told from what is typed for one', () => {
  expect(['test', 'Prueba 2', 'xxx', 'ana@b.es', '12345', 'a', 'N/A', 'Test Test', '---'].filter(isRealName)).toEqual([]);
  expect(['Ana', '3M', 'O2', '王', 'Li', 'Testa Rossa SRL', 'Cliente Feliz SL', 'ÑÑ Ñora'].filter((name) => !isRealName(name))).toEqual([]);
});

test('every check has its key once, says what to do in both languages and weighs something', () => {
  expect(new Set(qualityChecks.map(({ key }) => key)).size).toBe(qualityChecks.length);
  for (const { label, advice, weight } of qualityChecks) expect([label.en !== label.es || label.en === '', advice.en !== advice.es, weight > 0]).toEqual([true, true, true]);
});
