import type { Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse } from '../testing/execute.ts';

let house: House;
let administrator: Viewer;
beforeAll(async () => {
  house = await openTestHouse();
  administrator = await house.person('administrator', { name: 'Root' });
});
afterAll(() => house.close());

type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- read by shape
const change = async (verb: string, read: string, input: object): Promise<Row> => {
  const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
  const answer = await house.ask(administrator, `mutation ($input: ${type}!) { ${verb}(input: $input) { ${read} refusal { code field } } }`, { input });
  expect(answer.errors).toBeUndefined();
  return answer.data![verb];
};

/** Null is given for what cannot be empty: what stands there stays. */
test('a person keeps his name, his address and all that cannot be empty', async () => {
  const { userId } = await house.person('sales', { name: 'Eva' });
  const nothing = { name: null, email: null, role: null, language: null, active: null, password: null, skills: null, territories: null };
  expect(await change('updateUser', 'user { name email role active version }', { id: userId, expectedVersion: 1, ...nothing })).toEqual({
    user: { name: 'Eva', email: `${userId}@test.example`, role: 'sales', active: true, version: 2 }, refusal: null });
  expect(await change('updateMyProfile', 'me { name language }', { expectedVersion: 1, name: null, language: null })).toEqual({
    me: { name: 'Root', language: 'en' }, refusal: null });
});

test('the company, its lines and its products keep theirs', async () => {
  expect(await change('updateCompany', 'company { name currency }', { expectedVersion: 1, name: null, currency: null })).toEqual({
    company: { name: 'Bodegas Test', currency: 'EUR' }, refusal: null });
  const line = (await change('createBusinessLine', 'businessLine { id version }', { name: 'Vinos', fallbackRhythmDays: 90 }))['businessLine'];
  const nothing = { name: null, fallbackRhythmDays: null, graceDays: null, isDefault: null };
  expect(await change('updateBusinessLine', 'businessLine { name fallbackRhythmDays isDefault }', { id: line.id, expectedVersion: 1, ...nothing })).toEqual({
    businessLine: { name: 'Vinos', fallbackRhythmDays: 90, isDefault: false }, refusal: null });
  const { id } = (await change('createProduct', 'product { id }', { code: 'RJ', name: 'Rioja', unit: 'Caja' }))['product'];
  expect(await change('updateProduct', 'product { code name unit }', { id, expectedVersion: 1, code: null, name: null, currency: null, unit: null })).toEqual({
    product: { code: 'RJ', name: 'Rioja', unit: null }, refusal: null });
});

test('routing rules and capture doors stay open or shut', async () => {
  const rule = (await change('createRoutingRule', 'routingRule { id }', { name: 'Off', assignTo: 'OWNER', active: false }))['routingRule'];
  const nothing = { rule: null, territories: null, minimumValue: null, maximumValue: null, skills: null, userIds: null, teamId: null, strategy: null, active: null };
  expect(await change('updateRoutingRule', 'routingRule { name active }', { id: rule.id, expectedVersion: 1, name: 'Off', assignTo: 'OWNER', ...nothing })).toEqual({
    routingRule: { name: 'Off', active: false }, refusal: null });
  const door = (await change('createCaptureDoor', 'captureDoor { id }', { name: 'Shut', kind: 'FORM', settings: null, active: false }))['captureDoor'];
  const shut = { settings: null, lineId: null, campaign: null, active: null };
  expect(await change('updateCaptureDoor', 'captureDoor { name active }', { id: door.id, expectedVersion: 1, name: 'Shut', ...shut })).toEqual({
    captureDoor: { name: 'Shut', active: false }, refusal: null });
});
