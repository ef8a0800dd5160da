import { expect, test } from 'vitest';
import { holds, may, mayReadMarked, type Role, roles, scopeOf, sightOf, type Viewer } from './index.ts';

const viewer = (role: Role, more: Partial<Viewer> = {}): Viewer => ({ userId: 'u', role, teamId: null, partnerId: null, language: 'en', ...more });
const nobodys = { ownerId: null, teamId: null, partnerId: null };

test('a scope holds for what is one’s own, one’s team’s, one’s partner’s, and never by two missing ids', () => {
  expect(holds('own', viewer('sales'), { ...nobodys, ownerId: 'u' })).toBe(true);
  expect(holds('team', viewer('sales', { teamId: 't' }), { ...nobodys, teamId: 't' })).toBe(true);
  expect(holds('team', viewer('sales'), nobodys)).toBe(false);
  expect(holds('partner', viewer('partner'), nobodys)).toBe(false);
  expect(holds('partner', viewer('partner', { partnerId: 'p' }), { ...nobodys, partnerId: 'q' })).toBe(false);
  expect(holds('none', viewer('administrator'), { ...nobodys, ownerId: 'u' })).toBe(false);
});

test('whoever has the same sight of a noun sees the same things of it', () => {
  const of = <A, B>(all: readonly A[], to: (one: A) => readonly B[]): B[] => all.flatMap(to);
  const ids = [null, 'a', 'b'];
  const viewers = of(roles, (role) => of(['a', 'b'], (userId) => of(ids, (teamId) => ids.map((partnerId) => viewer(role, { userId, teamId, partnerId })))));
  const things = of(ids, (ownerId) => of(ids, (teamId) => ids.map((partnerId) => ({ ownerId, teamId, partnerId }))));
  for (const noun of ['opportunity', 'lead', 'activity'] as const) {
    const seen = (one: Viewer) => things.map((thing) => may(one, 'customer', 'read', thing) && may(one, noun, 'read', thing));
    for (const alike of Map.groupBy(viewers, (one) => sightOf(one, noun)).values()) {
      expect(new Set(alike.map((one) => JSON.stringify([one.role, seen(one)]))).size).toBe(1);
    }
  }
  expect(sightOf(viewer('manager', { userId: 'a' }), 'opportunity')).toBe(sightOf(viewer('manager', { userId: 'b' }), 'opportunity'));
});

test('a partner reaches nothing beyond his partner, whatever the noun', () => {
  for (const noun of ['customer', 'contact', 'order', 'activity', 'timeline'] as const) {
    for (const action of ['read', 'create', 'update', 'delete'] as const) {
      expect(['partner', 'none']).toContain(scopeOf('partner', noun, action));
    }
  }
  expect(may(viewer('partner', { partnerId: 'p' }), 'audit', 'read')).toBe(false);
});

test('only the administrator writes people and company; everybody else reads them at most', () => {
  for (const role of roles.filter((one) => one !== 'administrator')) {
    for (const noun of ['user', 'company'] as const) {
      expect([role, noun, scopeOf(role, noun, 'update')]).toEqual([role, noun, 'none']);
    }
  }
});

test('margin is for administrator, manager, finance and analyst; personal values for all but the analyst', () => {
  expect(roles.filter((role) => mayReadMarked(role, 'margin'))).toEqual(['administrator', 'manager', 'finance', 'analyst']);
  expect(roles.filter((role) => !mayReadMarked(role, 'personal'))).toEqual(['analyst']);
  expect(roles.every((role) => mayReadMarked(role, undefined))).toBe(true);
});
