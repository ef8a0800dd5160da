import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefused } from '#refusal';
import { type Columns, decideChoices, decideMerge, type Mergeable, mostAtOnce, overwritten, proposeMerge, proposeSurvivor, refuseMerge, restored } from './index.ts';

const nothing: Columns = {
  name: 'Ana', givenName: null, familyName: null, nameKey: 'ana', taxId: null, taxCountry: null, birthDate: null, iban: null, language: null,
  preferredChannel: null, ownerId: null, teamId: null, partnerId: null, tags: [], source: null, campaignId: null, customerSince: 100,
  doNotContact: false, custom: { values: {}, compared: {} }, referredBy: null, leftAt: null, leftReason: null, acquisitionCost: null,
};
type Some = Partial<Omit<Mergeable, 'columns'>> & { readonly columns?: Partial<Columns> };
const customer = (id: string, { columns, ...some }: Some = {}): Mergeable => ({
  id, kind: 'PERSON', example: false, updatedAt: 0, addresses: [], preferred: [], primary: [], consents: [], chain: [id], ...some,
  columns: { ...nothing, ...columns },
});
const merged = (survivor: Mergeable, other: Mergeable, choices: Record<string, string> = {}) => {
  const chosen = decideChoices([survivor, other], new Map(Object.entries(choices)));
  if (isRefused(chosen)) throw new Error(JSON.stringify(chosen));
  return decideMerge(survivor, other, chosen);
};

test('some cannot be one, and each reason says which', () => {
  const reason = (...all: Mergeable[]) => refuseMerge(all)?.details?.['because'];
  expect(reason(customer('a'), customer('b'))).toBeUndefined();
  expect(reason(customer('a'), customer('a'))).toBe('SAME_CUSTOMER');
  expect(reason(customer('a'), customer('b', { kind: 'ORGANISATION' }))).toBe('KINDS_DIFFER');
  expect(reason(customer('a', { example: true }), customer('b'))).toBe('EXAMPLE_AND_REAL');
  expect(reason(customer('a'), customer('b', { chain: ['b', 'c', 'a'] }))).toBe('ONE_RECOMMENDED_OTHER');
  expect(reason(customer('a', { chain: ['a', 'b'] }), customer('b'))).toBe('ONE_RECOMMENDED_OTHER');
  expect(reason(customer('a'))).toBe('SAME_CUSTOMER');
  expect(reason(customer('a'), customer('b'), customer('c', { kind: 'ORGANISATION' }))).toBe('KINDS_DIFFER');
  const many = Array.from({ length: mostAtOnce }, (_, at) => customer(`c${at}`));
  expect([reason(...many), reason(...many, customer('z'))]).toEqual([undefined, 'TOO_MANY_AT_ONCE']);
});

test('what is filled, fuller or later is proposed, and who is known longer stays', () => {
  const a = customer('a', { updatedAt: 2, columns: { name: 'Ana Ríos', nameKey: 'ana rios', taxId: '1', taxCountry: 'ES', language: 'es', customerSince: 9 } });
  const b = customer('b', { updatedAt: 3, columns: { nameKey: 'ana', iban: 'ES1', language: 'en', ownerId: 'u', customerSince: 5 } });
  const proposal = Object.fromEntries(proposeMerge([a, b]).map(({ field, from }) => [field, from]));
  expect(proposal).toEqual({ name: 'a', taxId: 'a', birthDate: 'a', iban: 'b', language: 'b', preferredChannel: 'a', owner: 'b', team: 'a', partner: 'a' });
  expect(proposeSurvivor([a, b]).id).toBe('b');
  expect(proposeMerge([a, b]).filter(({ differs }) => differs).map(({ field }) => field)).toEqual(['name', 'taxId', 'iban', 'language', 'owner']);
});

test('a choice goes before the proposal, and takes along what belongs together', () => {
  const a = customer('a', { columns: { name: 'Ana', taxId: '1', taxCountry: 'ES' } });
  const b = customer('b', { columns: { name: 'Eva Sol', givenName: 'Eva', familyName: 'Sol', nameKey: 'eva sol', taxId: '2', taxCountry: 'PT' } });
  expect(merged(a, b, { name: 'b', taxId: 'a' }).survivor).toEqual({ name: 'Eva Sol', givenName: 'Eva', familyName: 'Sol', nameKey: 'eva sol' });
  expect(merged(a, b, { name: 'a', taxId: 'b' }).survivor).toEqual({ taxId: '2', taxCountry: 'PT' });
  expect(decideChoices([a, b], new Map([['shoeSize', 'a']]))).toMatchObject({ code: 'INVALID', field: 'choices' });
  expect(decideChoices([a, b], new Map([['name', 'z']]))).toMatchObject({ code: 'INVALID', field: 'choices' });
});

test('of each kind of address one stays current, of each kind of contact point one preferred', () => {
  const a = customer('a', { addresses: [{ id: '1', kind: 'BILLING', since: 5 }, { id: '2', kind: 'HOME', since: 1 }], preferred: [{ id: 'p', kind: 'EMAIL', since: 1 }] });
  const b = customer('b', { addresses: [{ id: '3', kind: 'BILLING', since: 9 }, { id: '4', kind: 'VISIT', since: 1 }], preferred: [{ id: 'q', kind: 'EMAIL', since: 1 }], primary: [{ id: 'k', kind: 'CONTACT', since: 0 }] });
  expect(merged(a, b)).toMatchObject({ endedAddresses: ['1'], unpreferred: ['q'], unprimary: [] });
  expect(merged(a, b, { 'address.BILLING': 'a', 'preferred.EMAIL': 'b' })).toMatchObject({ endedAddresses: ['3'], unpreferred: ['p'] });
  expect(decideChoices([a, b], new Map([['address.HOME', 'a']]))).toMatchObject({ code: 'INVALID' });
});

test('a denial of either is never overturned by a consent of the other', () => {
  const said = (state: 'GRANTED' | 'DENIED', at: number) => [{ channel: 'EMAIL', purpose: 'MARKETING', state, at }];
  const [no, yes] = [customer('a', { consents: said('DENIED', 1) }), customer('b', { consents: said('GRANTED', 2) })];
  const denied = [{ channel: 'EMAIL', purpose: 'MARKETING' }];
  expect(merged(no, yes).denials).toEqual(denied);
  expect(merged(yes, no).denials).toEqual(denied);
  expect(merged(customer('a', { consents: said('DENIED', 3) }), yes).denials).toEqual([]);
  expect(merged(customer('a', { consents: said('GRANTED', 1) }), yes).denials).toEqual([]);
  expect(merged(customer('a'), yes).denials).toEqual([]);
});

const same = (values: Record<string, string>) => ({ values, compared: values });

test('what nobody chooses is kept of both, and said by one record alone', () => {
  const a = customer('a', { columns: { tags: ['vip'], source: 'FAIR', customerSince: 9, acquisitionCost: 100, custom: same({ size: 'L', note: '' }) } });
  const b = customer('b', { columns: {
    tags: ['b2b', 'vip'], source: 'WEB', campaignId: 'k', customerSince: 5, acquisitionCost: 50, doNotContact: true, leftAt: 7, leftReason: 'PRICE',
    custom: same({ size: 'S', note: 'x' }), referredBy: 'r',
  } });
  expect(merged(a, b).survivor).toEqual({
    tags: ['b2b', 'vip'], source: 'WEB', campaignId: 'k', customerSince: 5, acquisitionCost: 150, doNotContact: true, leftAt: 7, leftReason: 'PRICE',
    custom: same({ size: 'L', note: 'x' }), referredBy: 'r',
  });
  expect(merged(a, b).other).toEqual({ doNotContact: false, leftAt: null, leftReason: null, acquisitionCost: null });
});

test('undoing says again what was there, but not over what was written since', () => {
  const written = { before: { name: 'Ana', language: null, tags: ['vip'] }, after: { name: 'Eva', language: 'es', tags: ['b2b', 'vip'] } };
  expect(restored({ ...nothing, name: 'Eva', language: 'es', tags: ['b2b', 'vip'] }, written)).toEqual({ name: 'Ana', language: null, tags: ['vip'] });
  expect(restored({ ...nothing, name: 'Eva Sol', language: 'es', tags: ['b2b', 'new'] }, written)).toEqual({ language: null, tags: ['new'] });
});

test('undoing leaves no half name, and no half of whatever else is said together', () => {
  const now = { ...nothing, name: 'Ana Sol', givenName: 'Ana', familyName: 'Sol', nameKey: 'ana sol', taxId: '1', taxCountry: 'ES' };
  const written = { name: 'Ana Ríos', familyName: 'Ríos', nameKey: 'ana rios', taxId: '2', leftAt: 7, leftReason: 'PRICE' };
  const kept = overwritten(now, written);
  const one = { ...now, ...written };
  expect({ ...one, ...restored(one, kept) }).toEqual(now);
  const renamed = { ...one, name: 'Eva Ríos', givenName: 'Eva', nameKey: 'eva rios', taxCountry: 'PT', leftAt: 9 };
  expect({ ...renamed, ...restored(renamed, kept) }).toEqual(renamed);
});

test('own fields that came with the other go one by one, those filled or emptied since stay as they are', () => {
  const [a, b] = [customer('a', { columns: { custom: same({ wine: 'red', size: 'L', note: '' }) } }), customer('b', { columns: { custom: same({ member: 'B-777', note: 'x' }) } })];
  const kept = overwritten(a.columns, merged(a, b).survivor);
  expect(kept.after.custom).toEqual(same({ wine: 'red', size: 'L', member: 'B-777', note: 'x' }));
  const back = (custom: Record<string, string>) => restored({ ...nothing, custom: same(custom) }, kept).custom;
  expect(back({ wine: 'white', size: 'L', member: 'B-777', note: 'x' })).toEqual(same({ wine: 'white', size: 'L', note: '' }));
  expect(back({ wine: 'red', member: 'B-778', note: 'y', grape: 'Mencía' })).toEqual(same({ wine: 'red', member: 'B-778', note: 'y', grape: 'Mencía' }));
});

test('of several each field comes from whom it was chosen, and of each kind one counts, whatever the order', () => {
  const home = (id: string, since: number) => [{ id, kind: 'HOME', since }];
  const a = customer('a', { updatedAt: 1, columns: { name: 'Ana', nameKey: 'ana' } });
  const b = customer('b', { updatedAt: 2, addresses: home('1', 5), columns: { name: 'Ana Ríos', nameKey: 'ana rios', language: 'es', iban: 'ES1' } });
  const c = customer('c', { updatedAt: 3, addresses: home('2', 1), columns: { name: 'A. Ríos', nameKey: 'a rios', language: 'en' } });
  for (const all of [[a, b, c], [c, b, a], [b, c, a]]) {
    // `Ana Ríos` holds `Ana`, though `A. Ríos` was written later.
    expect(Object.fromEntries(proposeMerge(all).map(({ field, from }) => [field, from]))).toMatchObject({ name: 'b', language: 'c', iban: 'b', 'address.HOME': 'b' });
  }
  const chosen = decideChoices([a, b, c], new Map([['name', 'c'], ['language', 'b']]));
  if (isRefused(chosen)) throw new Error(chosen.code);
  for (const [first, second] of [[b, c], [c, b]] as const) {
    const one = decideMerge(a, first, chosen);
    const grown = customer('a', { addresses: [...a.addresses, ...first.addresses], columns: { ...a.columns, ...one.survivor } });
    const other = decideMerge(grown, second, chosen);
    expect({ ...one.survivor, ...other.survivor }).toMatchObject({ name: 'A. Ríos', nameKey: 'a rios', language: 'es', iban: 'ES1' });
    expect([...one.endedAddresses, ...other.endedAddresses]).toEqual(['2']);
  }
  expect(decideChoices([a, b, c], new Map([['name', 'z']]))).toMatchObject({ code: 'INVALID', field: 'choices' });
});

const text = fc.option(fc.constantFrom('x', 'y', 'z'), { nil: null });
const some = (id: string) => fc.record({
  updatedAt: fc.nat(3),
  columns: fc.record({
    name: fc.constantFrom('Ana', 'Ana Sol', 'Eva'), taxId: text, language: text, ownerId: text, source: text, referredBy: text, customerSince: fc.nat(3),
    tags: fc.subarray(['a', 'b', 'c']), doNotContact: fc.boolean(), acquisitionCost: fc.option(fc.nat(9), { nil: null }),
    leftAt: fc.option(fc.nat(3), { nil: null }), custom: fc.dictionary(fc.constantFrom('k', 'l'), fc.constantFrom('1', '')).map(same),
  }),
}).map((made) => customer(id, made));

test('law: whatever two there are, an undone merge leaves both as they were', () => {
  fc.assert(fc.property(some('a'), some('b'), fc.boolean(), (a, b, fromB) => {
    const { survivor, other } = merged(a, b, { name: fromB ? 'b' : 'a', language: fromB ? 'a' : 'b' });
    const back = (of: Mergeable, after: Partial<Columns>) => {
      const now = { ...of.columns, ...after };
      return { ...now, ...restored(now, overwritten(of.columns, after)) };
    };
    expect(back(a, survivor)).toEqual(a.columns);
    expect(back(b, other)).toEqual(b.columns);
    expect(survivor.doNotContact ?? a.columns.doNotContact).toBe(a.columns.doNotContact || b.columns.doNotContact);
  }));
});
