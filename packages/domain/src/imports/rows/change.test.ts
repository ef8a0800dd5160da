import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changeAddress, changeCustomer, changeOpportunity, changeOwn, changeProduct, enteredOwn, type ImportedCustomer, type ImportedLead, type ImportedOpportunity, type ImportedProduct, type KnownFields,
  leadKeeps, type Meeting,
} from './index.ts';

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

test('of an opportunity what is empty is filled, what differs is kept or written over, an amount with its currency', () => {
  const deal = { title: 'Press', amount: 100, currency: 'EUR', expectedCloseOn: null } as const;
  const says = (said: Partial<ImportedOpportunity>) => ({ title: 'Press', amount: null, currency: 'EUR', expectedCloseOn: null, ...said }) as ImportedOpportunity;
  const said = says({ title: ' Another   press ', amount: 5, expectedCloseOn: '2026-01-01' });
  expect(changeOpportunity(deal, said, 'fill')).toEqual({ after: { expectedCloseOn: '2026-01-01' }, before: { expectedCloseOn: null }, kept: ['title', 'amount'] });
  expect(changeOpportunity(deal, said, 'update').after).toEqual({ title: 'Another press', amount: 5, expectedCloseOn: '2026-01-01' });
  expect(changeOpportunity(deal, says({ currency: 'USD' }), 'update')).toEqual({ after: {}, before: {}, kept: [] });
  expect([changeOpportunity(deal, says({ amount: 100, currency: 'USD' }), 'fill').kept, changeOpportunity(deal, says({ amount: 100, currency: 'USD' }), 'update').after]).toEqual([
    ['amount'], { amount: 100, currency: 'USD' }]);
  expect(changeOpportunity({ ...deal, amount: null }, says({ amount: 7, currency: 'USD' }), 'fill').after).toEqual({ amount: 7, currency: 'USD' });
});

test("a company's own fields are filled, kept or written over, and entered as somebody would", () => {
  const own = { values: { press: 'old' }, compared: { press: 'old' } };
  const said = { press: { value: 'New', compared: 'new' }, litres: { value: 15, compared: 15 } };
  expect(changeOwn(said, own, 'fill')).toMatchObject({ changed: [['custom.litres', { before: null, after: 15 }]], kept: ['custom.press'], next: { values: { press: 'old', litres: 15 } } });
  const fields = [{ name: 'litres', type: 'NUMBER', decimals: 1 }, { name: 'press', type: 'TEXT', decimals: 0 }, { name: 'other', type: 'TEXT', decimals: 0 }] as never;
  expect(enteredOwn(changeOwn(said, own, 'update'), fields, 'EUR')).toEqual([{ name: 'litres', number: '1.5' }, { name: 'press', text: 'New' }]);
});

test('what was asked for when a lead was captured, and where it stands, is told where a row says otherwise', () => {
  const lead = { status: 'NEW', subject: 'Press', message: null, qualification: { need: { answer: 'UNKNOWN', note: null }, budget: { answer: 'UNKNOWN', amount: 5 } } } as never;
  const says = (said: Partial<ImportedLead>) => ({ status: 'NEW', subject: null, message: null, need: null, budget: null, said: [], ...said }) as unknown as ImportedLead;
  expect(leadKeeps(lead, says({ status: 'WORKED', said: ['status'], subject: ' Press ', message: 'Hello', need: 'wine', budget: 5 }))).toEqual(['status', 'message', 'need']);
  expect(leadKeeps(lead, says({ status: 'WORKED' }))).toEqual([]);
});
