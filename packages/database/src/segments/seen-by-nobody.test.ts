import type { Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  companySettings, countUsers, listBusinessLines, listExchangeRates, listGroups, listSessions, listUsers, userById,
} from '#company';
import { type Em, newId, rowsOf } from '#connection';
import type { Database } from '#database';
import { listViews, viewById } from '#views';
import { openTestDatabase } from '../testing/index.ts';
import {
  breakdowns, compareSegments, countMembers, countSegments, explainRuleOn, listSegments, previewCounts, segmentById, segmentChanges, segmentHistory,
} from './index.ts';

const now = new Date('2026-06-15T10:00:00Z');
const at = now.toISOString();
const [userId, customerId, segmentId, viewId] = [newId(), newId(), newId(), newId()];
// One who belongs to no partner, in the role of a partner's people: nothing is his.
const nobody: Viewer = { userId: newId(), role: 'partner', teamId: null, partnerId: null, language: 'en' };
const everybody: Viewer = { ...nobody, userId, role: 'administrator' };
let database: Database;
let em: Em;

beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  await rowsOf(em, sql`insert into company (id, name, country, currency, zone, language, working_hours, updated_at) values (${newId()}::uuid, 'x', 'ES', 'EUR', 'UTC', 'en', '{}', ${at}::timestamptz)`);
  await rowsOf(em, sql`insert into business_line (id, name, is_default) values (${newId()}::uuid, 'x', true)`);
  await rowsOf(em, sql`insert into exchange_rate (currency, on_date, rate) values ('USD', '2026-01-01', 1)`);
  await rowsOf(em, sql`insert into team (id, name) values (${newId()}::uuid, 'x')`);
  await rowsOf(em, sql`insert into app_user (id, name, email, role) values (${userId}::uuid, 'x', 'x@x.example', 'administrator')`);
  await rowsOf(em, sql`insert into auth_session (id, token, user_id, expires_at) values (${newId()}::uuid, 'x', ${userId}::uuid, '2030-01-01')`);
  await rowsOf(em, sql`insert into customer (id, kind, name, name_key, customer_since, created_at, updated_at) values (${customerId}::uuid, 'PERSON', 'x', 'x', ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz)`);
  await rowsOf(em, sql`insert into customer_facts (customer_id, kind, name, customer_since, refreshed_at, reviewed_at) values (${customerId}::uuid, 'PERSON', 'x', ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz)`);
  await rowsOf(em, sql`insert into segment (id, name, kind, shared, created_at, updated_at) values (${segmentId}::uuid, 'x', 'LIST', true, ${at}::timestamptz, ${at}::timestamptz)`);
  await rowsOf(em, sql`insert into segment_member (segment_id, customer_id, entered_at) values (${segmentId}::uuid, ${customerId}::uuid, ${at}::timestamptz)`);
  await rowsOf(em, sql`insert into segment_count (segment_id, counted_at, members, entered, departed) values (${segmentId}::uuid, ${at}::timestamptz, 1, 1, 0)`);
  await rowsOf(em, sql`insert into saved_view (id, room, name, search, owner_id, shared, created_at, updated_at) values (${viewId}::uuid, 'customers', 'x', '{}', ${userId}::uuid, true, ${at}::timestamptz, ${at}::timestamptz)`);
});
afterAll(() => database.close());

const before = new Date('2026-01-01T00:00:00Z');
const page = { size: 10 };
const list = { kind: 'LIST', id: segmentId } as const;
const reads: Record<string, (viewer: Viewer) => Promise<unknown>> = {
  companySettings: (viewer) => companySettings(em, viewer),
  listBusinessLines: (viewer) => listBusinessLines(em, viewer),
  listExchangeRates: (viewer) => listExchangeRates(em, {}, viewer),
  listUsers: (viewer) => listUsers(em, {}, page, viewer),
  countUsers: (viewer) => countUsers(em, {}, viewer),
  userById: (viewer) => userById(em, userId, viewer),
  listGroups: (viewer) => listGroups(em, 'team', viewer),
  listSessions: (viewer) => listSessions(em, undefined, viewer, now),
  listViews: (viewer) => listViews(em, undefined, viewer),
  viewById: (viewer) => viewById(em, viewId, viewer),
  listSegments: (viewer) => listSegments(em, {}, page, viewer),
  countSegments: (viewer) => countSegments(em, {}, viewer),
  segmentById: (viewer) => segmentById(em, segmentId, viewer),
  countMembers: async (viewer) => (await countMembers(em, [list], viewer, now))[0],
  previewCounts: async (viewer) => (await previewCounts(em, { and: [] }, viewer, now)).total,
  breakdowns: async (viewer) => (await breakdowns(em, list, viewer, now)).map((row) => row.count),
  compareSegments: async (viewer) => (await compareSegments(em, list, list, viewer, now)).overlap,
  explainRuleOn: (viewer) => explainRuleOn(em, { and: [] }, customerId, viewer, now),
  segmentHistory: async (viewer) => (await segmentHistory(em, segmentId, before, viewer)).filter((row) => row.members > 0),
  segmentChanges: async (viewer) => (await segmentChanges(em, segmentId, before, viewer)).entered,
};

test.each(Object.keys(reads))('%s gives nothing to one who may see nothing', async (name) => {
  const empty = (answer: unknown) => answer === null || answer === 0 || (Array.isArray(answer) && answer.length === 0);
  expect(empty(await reads[name]!(everybody))).toBe(false);
  expect(empty(await reads[name]!(nobody))).toBe(true);
});
