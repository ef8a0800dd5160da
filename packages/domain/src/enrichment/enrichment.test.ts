import type { KnownCustomer } from '#quality';
import { expect, test } from 'vitest';
import { point, whole } from '../quality/known.fixture.ts';
import { type Enricher, fromWhatIsKnown, proposeAll } from './index.ts';

const proposed = async (change: Partial<KnownCustomer>, enrichers: readonly Enricher[] = [fromWhatIsKnown]): Promise<string[]> => {
  const { proposals } = await proposeAll(enrichers, { ...whole, tags: ['s.l.'], ...change });
  return proposals.map(({ field, value, confidence }) => `${field} ${value} ${confidence}`);
};
const [address] = whole.addresses;

test('an organisation’s website follows from its e-mail, but not of a free mail provider, and not where there is one', async () => {
  expect(await proposed({})).toEqual(['website https://bodegasrios.es LIKELY']);
  expect(await proposed({ contactPoints: [point('EMAIL', 'rios@gmail.com'), point('EMAIL', 'rios@yahoo.es'), point('EMAIL', 'x@hotmail.co.uk')] })).toEqual([]);
  expect(await proposed({ contactPoints: [...whole.contactPoints, point('WEBSITE', 'x.es')] })).toEqual([]);
  expect(await proposed({ kind: 'PERSON', givenName: 'Ana', familyName: 'Ríos' })).toEqual([]);
});

test('the tax number tells the legal form, for certain; a person’s or a wrong one tells nothing', async () => {
  const none = { contactPoints: [], tags: [] };
  expect(await proposed(none)).toEqual(['tags s.l. CERTAIN']);
  expect(await proposed({ ...none, taxId: 'A58818501' })).toEqual(['tags s.a. CERTAIN']);
  expect(await proposed({ ...none, taxId: 'B58378432' })).toEqual([]);
  expect(await proposed({ ...none, taxId: '12345678Z' })).toEqual([]);
});

test('province, country and language come from postal code, tax number, telephone, account or e-mail', async () => {
  const bare = { contactPoints: [], language: null, taxId: null, taxCountry: null, country: null };
  expect(await proposed({ contactPoints: [], addresses: [{ ...address!, province: null }] })).toEqual(['province La Rioja CERTAIN']);
  expect(await proposed({ ...bare, addresses: [{ ...address!, country: null }], contactPoints: [point('PHONE', '+351213180900')] })).toEqual(['country PT LIKELY', 'language pt LIKELY']);
  expect(await proposed({ ...bare, iban: 'DE89370400440532013000' })).toEqual(['language de LIKELY']);
  expect(await proposed({ ...bare, contactPoints: [point('EMAIL', 'a@gmx.it')] })).toEqual(['language it LIKELY']);
  expect(await proposed({ ...bare, contactPoints: [point('EMAIL', 'a@gmx.io')] })).toEqual([]);
  expect(await proposed({ ...bare, country: 'CH' })).toEqual([]);
  expect(await proposed({ ...bare, taxId: '123456789', taxCountry: 'PT' })).toEqual(['language pt LIKELY']);
});

test('a whole name in one field is split as when a customer is made', async () => {
  expect(await proposed({ kind: 'PERSON', givenName: 'Ana Ruiz Gil', familyName: null })).toEqual(['name Ruiz Gil, Ana LIKELY']);
  expect(await proposed({ kind: 'PERSON', givenName: 'Ana', familyName: null })).toEqual([]);
});

test('another enricher gets what it reads and nothing more; one that fails stops nobody, and what is filled in is left', async () => {
  let told: object = {};
  const register: Enricher = {
    name: 'register', reads: ['taxId'],
    propose: (known) => {
      told = known;
      return Promise.resolve([
        { field: 'website', value: 'https://register.example', because: { en: 'Register', es: 'Registro' }, confidence: 'CERTAIN' },
        { field: 'language', value: 'eu', because: { en: 'Register', es: 'Registro' }, confidence: 'CERTAIN' },
      ]);
    },
  };
  const broken: Enricher = { name: 'broken', reads: [], propose: () => Promise.reject(new Error('offline')) };
  const { proposals, answered } = await proposeAll([register, broken, fromWhatIsKnown], { ...whole, tags: ['s.l.'] });
  expect(told).toEqual({ taxId: 'B58378431' });
  expect(answered).toEqual(['register', 'known']);
  expect(proposals.map(({ provider, value }) => [provider, value])).toEqual([['register', 'https://register.example'], ['known', 'https://bodegasrios.es']]);
});
