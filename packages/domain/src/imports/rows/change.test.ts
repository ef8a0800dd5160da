import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeAddress, changeCustomer, changeProduct, type ImportedCustomer, type ImportedProduct, type KnownFields, type Meeting } from './index.ts';

const known: KnownFields = {
  kind: 'PERSON', name: 'Ana Paz', givenName: null, familyName: null, taxId: null, taxCountry: null, birthDate: null, iban: null, language: 'es',
  source: 'FAIR', preferredChannel: null, doNotContact: false, tags: ['vip'],
};
const row = (said: Partial<ImportedCustomer['said']>, kind: 'PERSON' | 'ORGANISATION' = 'PERSON') => ({ kind, said }) as ImportedCustomer;
const after = (said: ImportedCustomer['said'], meeting: Meeting, from = known) => changeCustomer(from, row(said), meeting);

test('what is empty is filled, what differs is kept or written over', () => {
  const said = { language: 'pt', birthDate: '1980-01-01' as const, taxId: 'A58818501', taxCountry: 'ES', tags: ['new'] };
  expect(after(said, 'fill')).toMatchObject({ after: { birthDate: '1980-01-01', taxId: 'A58818501', taxCountry: 'ES', tags: ['new', 'vip'] }, kept: ['language'] });
  expect(after(said, 'update')).toMatchObject({ after: { language: 'pt' }, before: { language: 'es' }, kept: [] });
});

test('a name is one thing: filled with its parts when it is the same, never mixed with another kind', () => {
  const same = { name: 'Ana Paz', givenName: 'Ana', familyName: 'Paz' };
  expect(after(same, 'fill').after).toEqual({ givenName: 'Ana', familyName: 'Paz' });
  const other = { name: 'Eva', givenName: 'Eva', familyName: null };
  expect([after(other, 'fill').kept, after(other, 'update').after]).toEqual([['name'], { name: 'Eva', givenName: 'Eva' }]);
  expect(changeCustomer(known, row({ name: 'Paz SL' }, 'ORGANISATION'), 'update')).toMatchObject({ after: {}, kept: ['name'] });
  expect(changeCustomer(known, row({ kind: 'ORGANISATION', name: 'Paz SL', givenName: null, familyName: null }, 'ORGANISATION'), 'update').after).toEqual({ kind: 'ORGANISATION', name: 'Paz SL' });
});

test('where he came from is set once, and that he is not to be contacted is never lifted by a file', () => {
  expect(after({ source: 'WEB', doNotContact: true }, 'update')).toEqual({ after: { doNotContact: true }, before: { doNotContact: false }, kept: ['firstSource'] });
  expect(after({ doNotContact: false }, 'update', { ...known, doNotContact: true })).toEqual({ after: {}, before: {}, kept: ['doNotContact'] });
});

test('an address is filled up where nothing contradicts, else kept or replaced whole', () => {
  const here = { street: null, city: 'Vigo', province: null, postalCode: null, country: 'ES' };
  const more = { ...here, city: null, street: 'Rúa 1', postalCode: '36201' };
  expect(changeAddress(here, more, 'fill').after).toEqual({ ...more, city: 'Vigo' });
  expect(changeAddress(here, { ...here, city: null }, 'update')).toEqual({ after: null, kept: [] });
  const other = { ...here, city: 'Lugo' };
  expect(changeAddress({ ...here, street: 'Rúa 1' }, other, 'fill')).toEqual({ after: null, kept: ['city'] });
  expect(changeAddress({ ...here, street: 'Rúa 1' }, other, 'update').after).toEqual(other);
});

test("a product's prices belong to their currency, and one that goes by its code has no name yet", () => {
  const product = { code: 'A', name: 'A', category: null, unit: null, currency: 'EUR', listPrice: 100, cost: null, active: true };
  const line: ImportedProduct = { code: 'A', name: 'Silla', nameKey: 'silla', category: null, unit: null, currency: 'USD', listPrice: 90, cost: null, active: true, said: ['name', 'currency', 'listPrice'] };
  expect(changeProduct(product, line, 'fill')).toMatchObject({ after: { name: 'Silla' }, kept: ['currency', 'listPrice'] });
  expect(changeProduct({ ...product, cost: 50 }, line, 'update').after).toEqual({ name: 'Silla', currency: 'USD', listPrice: 90, cost: null });
});

test('a row that was followed changes nothing when it comes again', () => {
  const text = fc.constantFrom(null, 'a', 'b');
  const fields = fc.record({ name: fc.constantFrom('x', 'y'), givenName: text, familyName: text, language: text, iban: text, taxId: text, doNotContact: fc.boolean(), tags: fc.subarray(['p', 'q']) });
  fc.assert(fc.property(fields, fields, fc.constantFrom('fill' as const, 'update' as const), (there, said, meeting) => {
    const from = { ...known, ...there, taxCountry: there.taxId && 'ES', tags: [...there.tags] } as KnownFields;
    const told = { ...said, taxCountry: said.taxId && 'ES' } as ImportedCustomer['said'];
    const once = { ...from, ...after(told, meeting, from).after };
    expect(after(told, meeting, once).after).toEqual({});
  }));
});
