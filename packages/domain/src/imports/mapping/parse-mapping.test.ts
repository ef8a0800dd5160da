import { expect, test } from 'vitest';
import { isRefused } from '#refusal';
import { parseMapping } from './index.ts';

const orders = {
  room: 'orders', system: 'shop',
  files: { rows: { separator: ';', decimal: ',', dates: 'DMY', zone: 'Europe/Madrid' } },
  order: { number: 'Pedido', customer: 'Cliente', placedAt: 'Fecha', currency: { constant: 'EUR' } },
  line: { product: 'Ref', quantity: 'Unidades', unitPrice: 'Precio', discountPercent: { column: 'Dto', times: '100' } },
  skip: [{ reason: 'NO_CUSTOMER', when: { column: 'Cliente', empty: true } }],
  returns: [{ column: 'Pedido', startsWith: 'A' }, [{ column: 'Unidades', below: '0' }, { column: 'Ref', in: ['X'] }]],
};

test('a mapping is read into what it means, with its defaults', () => {
  const mapping = parseMapping(orders);
  expect(mapping).toMatchObject({
    files: { rows: { encoding: 'utf-8', separator: ';', decimal: ',', dates: 'DMY', empty: [] }, lines: null },
    line: { discountPercent: { kind: 'COLUMN', columns: ['Dto'], times: '100' } },
    skip: [{ reason: 'NO_CUSTOMER', file: 'rows', when: [{ column: 'Cliente', test: 'EMPTY' }] }],
    returns: [[{ test: 'STARTS_WITH', text: 'A' }], [{ test: 'BELOW', number: '0' }, { test: 'IN', texts: ['X'] }]],
    customer: null, product: null, rate: null,
  });
});

const deals = {
  room: 'opportunities', system: 'crm', files: { rows: {} }, opportunity: { title: 'Title', openedAt: 'Created' }, customer: { name: 'Organization' },
  stages: { proposal: 'Offered', 'Need understood': { firstOf: ['Understood', 'Met'] } }, override: { by: 'max@example.com', reason: ' History ' },
};

test('a mapping of opportunities says whose they are, and when which stage was entered', () => {
  expect(parseMapping(deals)).toMatchObject({
    room: 'opportunities', fields: { title: { columns: ['Title'] } }, customer: { name: { columns: ['Organization'] } },
    stages: { proposal: { columns: ['Offered'] }, 'Need understood': { columns: ['Understood', 'Met'] } }, override: { by: 'max@example.com', reason: 'History' },
  });
  expect(parseMapping({ room: 'leads', system: 'crm', files: { rows: {} }, lead: {}, customer: {} })).toMatchObject({ room: 'leads', stages: {}, onExisting: 'fill', onUnknownOwner: 'empty', override: null });
});

test.each([
  ['customer', { ...deals, customer: undefined }],
  ['opportunity.openedAt', { ...deals, opportunity: { title: 'Title' } }],
  ['stages', { ...deals, stages: ['proposal'] }],
  ['stages.proposal', { ...deals, stages: { proposal: 3 } }],
  ['override.reason', { ...deals, override: { by: 'max@example.com' } }],
  ['override.who', { ...deals, override: { who: 'max@example.com', reason: 'x' } }],
  ['onExisting', { ...deals, onExisting: 'merge' }],
  ['opportunity.externalId', { ...deals, onExisting: 'update' }],
  ['lead.externalId', { room: 'leads', system: 'crm', files: { rows: {} }, lead: {}, customer: {}, onExisting: 'update' }],
  ['mapping.onExisting', { room: 'activities', system: 'crm', files: { rows: {} }, activity: {}, customer: {}, onExisting: 'update' }],
  ['onUnknownOwner', { room: 'customers', system: 'crm', files: { rows: {} }, customer: {}, onUnknownOwner: 'ask' }],
  ['onUnknownOwner', { ...deals, onUnknownOwner: 'ask' }],
  ['mapping.onUnknownOwner', { ...orders, onUnknownOwner: 'empty' }],
  ['mapping.stages', { room: 'leads', system: 'crm', files: { rows: {} }, lead: {}, customer: {}, stages: {} }],
  ['room', { ...orders, room: 'cats' }],
  ['system', { ...orders, system: 'My Shop' }],
  ['mapping.source', { ...orders, source: 'shop' }],
  ['mapping.onExisting', { ...orders, onExisting: 'update' }],
  ['onExisting', { room: 'products', system: 'shop', files: { rows: {} }, product: { code: 'a' }, onExisting: 'merge' }],
  ['mapping.ordr', { ...orders, ordr: {} }],
  ['order.placed', { ...orders, order: { ...orders.order, placed: 'Fecha' } }],
  ['order.placedAt', { ...orders, order: { number: 'a', customer: 'b', currency: 'c' } }],
  ['line.quantity', { ...orders, line: { ...orders.line, quantity: { column: 'a', constant: '1' } } }],
  ['line.quantity.times', { ...orders, line: { ...orders.line, quantity: { column: 'a', times: 'x' } } }],
  ['line.quantity', { ...orders, line: { ...orders.line, quantity: { joined: 'a' } } }],
  ['line.quantity.with', { ...orders, line: { ...orders.line, quantity: { column: 'a', with: ' ' } } }],
  ['files.rows.dates', { ...orders, files: { rows: { dates: 'YDM' } } }],
  ['files.rows.heading', { ...orders, files: { rows: { heading: 0 } } }],
  ['files.rows.heading', { ...orders, files: { rows: { heading: '3' } } }],
  ['files.rows.zone', { ...orders, files: { rows: { zone: 'Mars/Olympus' } } }],
  ['skip.0.file', { ...orders, skip: [{ ...orders.skip[0], file: 'lines' }] }],
  ['skip.0.when.0', { ...orders, skip: [{ reason: 'X', when: { column: 'a', below: 'z' } }] }],
  ['line.order', { ...orders, files: { ...orders.files, lines: {} } }],
  ['rate', { ...orders, rate: '-1' }],
])('a wrong mapping is refused with the place that is wrong: %s', (field, wrong) => {
  const answer = parseMapping(wrong);
  expect(isRefused(answer) && answer.field).toBe(field);
});
