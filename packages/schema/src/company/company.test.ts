import 'reflect-metadata';
import { rateOn } from '@orbita/database/company';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RefusalResolver } from '#refusals';
import { type House, openTestHouse } from '../testing/execute.ts';
import { BusinessLineResolver, CompanyResolver } from './index.ts';

let house: House;
beforeAll(async () => { house = await openTestHouse([RefusalResolver, CompanyResolver, BusinessLineResolver]); });
afterAll(() => house.close());

const update = `mutation ($input: UpdateCompanyInput!) { updateCompany(input: $input) { company { name currency holidays workingHours fiscalYearStart version } refusal { code field details } } }`;
const change = async (input: object) =>
  (await house.ask(await house.person('administrator', { name: 'Root' }), update, { input })).data?.['updateCompany'];

test('settings are kept in one form, and an old version is refused with what stands', async () => {
  const workingHours = { mon: [['09:00', '14:00'], ['16:00', '19:00']] };
  const changed = await change({ expectedVersion: 1, name: ' Bodegas  Ana ', holidays: ['2026-12-25', '2026-01-06'], workingHours, fiscalYearStart: 4 });
  expect(changed).toEqual({
    company: { name: 'Bodegas Ana', currency: 'EUR', holidays: ['2026-01-06', '2026-12-25'], workingHours, fiscalYearStart: 4, version: 2 },
    refusal: null,
  });
  const again = await change({ expectedVersion: 2, name: 'Bodegas Ana', holidays: [] });
  expect(again.company).toMatchObject({ holidays: [], version: 3 });
  const stale = await change({ expectedVersion: 1, name: 'Lost' });
  expect(stale).toMatchObject({ company: { name: 'Bodegas Ana', version: 3 }, refusal: { code: 'STALE_VERSION', details: { by: 'Root' } } });
});

test.each([
  [{ zone: 'Mars/Olympus' }, 'INVALID', 'zone'],
  [{ currency: 'XXY' }, 'INVALID', 'currency'],
  [{ country: 'Atlantis' }, 'INVALID', 'country'],
  [{ fiscalYearStart: 13 }, 'OUT_OF_RANGE', 'fiscalYearStart'],
  [{ workingHours: { mon: [['14:00', '09:00']] } }, 'INVALID_FORMAT', 'workingHours.mon.0'],
  [{ workingHours: { someday: [] } }, 'INVALID', 'workingHours.someday'],
  [{ logo: 'https://elsewhere.example/logo.svg' }, 'INVALID_FORMAT', 'logo'],
  [{ logo: `data:image/svg+xml;base64,${btoa('<svg onload="alert(1)">')}` }, 'INVALID_FORMAT', 'logo'],
  [{ logo: `data:image/png;base64,${btoa('<svg onload="alert(1)">')}` }, 'INVALID_FORMAT', 'logo'],
  [{ logo: `data:image/jpeg;base64,${btoa('\x89PNG\r\n\x1a\n')}` }, 'INVALID_FORMAT', 'logo'],
  [{ logo: `data:image/png;base64,${btoa(`\x89PNG\r\n\x1a\n${'\0'.repeat(300_000)}`)}` }, 'TOO_LONG', 'logo'],
  [{ name: '' }, 'REQUIRED', 'name'],
])('%o is refused as %s of %s', async (input, code, field) => {
  const [row] = await house.sql<{ version: number }>('select version from company');
  expect((await change({ expectedVersion: row?.version, ...input })).refusal).toMatchObject({ code, field });
});

test('a picture is kept as it was handed in, and taken away', async () => {
  const [row] = await house.sql<{ version: number }>('select version from company');
  const kept = async () => (await house.ask(await house.person('sales'), '{ company { logo version } }')).data?.['company'];
  for (const logo of [`data:image/png;base64,${btoa('\x89PNG\r\n\x1a\n.')}`, `data:image/jpeg;base64,${btoa('\xff\xd8\xff..')}`, `data:image/webp;base64,${btoa('RIFF....WEBP')}`, null]) {
    expect((await change({ expectedVersion: (await kept()).version, logo })).refusal).toBeNull();
    expect((await kept()).logo).toBe(logo);
  }
  expect((await kept()).version).toBe(row!.version + 4);
});

test('a rate holds from its day on until the next one', async () => {
  const administrator = await house.person('administrator');
  const set = async (currency: string, onDate: string, rate: string) => (await house.ask(administrator,
    'mutation ($input: SetExchangeRateInput!) { setExchangeRate(input: $input) { exchangeRate { currency onDate rate } refusal { code field } } }',
    { input: { currency, onDate, rate } })).data?.['setExchangeRate'];
  expect((await set('usd', '2026-01-10', '0.92')).exchangeRate).toEqual({ currency: 'USD', onDate: '2026-01-10', rate: '0.92' });
  await set('USD', '2026-02-01', '0.95');
  await set('USD', '2026-02-01', '0.94');
  expect((await set('EUR', '2026-02-01', '1')).refusal).toEqual({ code: 'INVALID', field: 'currency' });
  expect((await set('USD', '2026-02-01', '0')).refusal).toEqual({ code: 'OUT_OF_RANGE', field: 'rate' });
  const em = house.database.em.fork();
  const dates = ['2026-01-09', '2026-01-10', '2026-01-31', '2026-02-01', '2027-01-01'];
  expect(await Promise.all(dates.map((date) => rateOn(em, 'USD', date)))).toEqual([null, '0.92', '0.92', '0.94', '0.94']);
  expect(await rateOn(em, 'EUR', '1999-01-01')).toBe('1');
  const seen = await house.ask(await house.person('sales'), '{ exchangeRates(currency: "USD") { onDate rate } exchangeRateOn(currency: "USD", date: "2026-01-20") }');
  expect(seen.data).toEqual({ exchangeRates: [{ onDate: '2026-02-01', rate: '0.94' }, { onDate: '2026-01-10', rate: '0.92' }], exchangeRateOn: '0.92' });
  expect((await change({ expectedVersion: 7, currency: 'USD' })).refusal).toMatchObject({ code: 'CONFLICT', field: 'currency' });
});

test('there is always exactly one default line of business', async () => {
  const administrator = await house.person('administrator');
  const run = async (name: string, input: object) => (await house.ask(administrator,
    `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${name.startsWith('delete') ? 'id' : 'businessLine { id name isDefault version graceDays fallbackRhythmDays }'} refusal { code field details } } }`,
    { input })).data?.[name];
  const made = await run('createBusinessLine', { name: 'Vinos', fallbackRhythmDays: 90, isDefault: true });
  expect(made.businessLine).toMatchObject({ name: 'Vinos', isDefault: true, fallbackRhythmDays: 90, graceDays: 30 });
  const lines = (await house.ask(administrator, '{ businessLines { id name isDefault version } }')).data?.['businessLines'];
  expect(lines.map((line: { name: string; isDefault: boolean }) => [line.name, line.isDefault])).toEqual([['Vinos', true], ['Principal', false]]);
  expect((await run('deleteBusinessLine', { id: lines[0].id, expectedVersion: 1 })).refusal).toMatchObject({ code: 'CONFLICT' });
  expect((await run('updateBusinessLine', { id: lines[1].id, expectedVersion: lines[1].version, graceDays: -1 })).refusal)
    .toMatchObject({ code: 'OUT_OF_RANGE', field: 'graceDays' });
  const back = await run('updateBusinessLine', { id: lines[1].id, expectedVersion: lines[1].version, isDefault: true, graceDays: 10 });
  expect(back.businessLine).toMatchObject({ isDefault: true, graceDays: 10, fallbackRhythmDays: 120 });
  expect(await run('deleteBusinessLine', { id: made.businessLine.id, expectedVersion: 2 })).toMatchObject({ refusal: null });
});

test('those who may not read the company get nothing', async () => {
  const partner = await house.person('partner', { partnerId: await house.group('partner', 'Agencia') });
  expect((await house.ask(partner, '{ company { name } }')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  expect((await house.ask(await house.person('warehouse'), '{ company { name } }')).data?.['company'].name).toBe('Bodegas Ana');
});
