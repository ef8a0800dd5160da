import { expect, test } from 'vitest';
import { holds, may, mayReadMarked, type Role, roles, scopeOf, type Viewer } from './index.ts';

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
