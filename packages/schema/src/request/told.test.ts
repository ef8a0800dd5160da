import type { Viewer } from '@orbita/domain/access';
import type { GraphQLResolveInfo } from 'graphql';
import { expect, test } from 'vitest';
import { shapeOf } from './told.ts';

const operation = {};
const company = { id: 'c', currency: 'EUR', zone: 'Europe/Madrid', country: 'ES', language: 'es' } as const;
const viewerOf = (userId: string): Viewer => ({ userId, role: 'sales', teamId: null, partnerId: null, language: 'en' });
const keyOf = (variableValues: Record<string, unknown>, userId = 'u') =>
  shapeOf({ operation, path: { key: 'customer' }, variableValues } as unknown as GraphQLResolveInfo, 'x', { viewer: viewerOf(userId), company }).key;

test('a shape is the same whichever the thing, and another for any other variable or viewer, whatever their values', () => {
  const one = keyOf({ id: 'x', first: 10, also: null });
  expect(shapeOf({ operation, path: { key: 'customer' }, variableValues: { id: 'y', first: 10, also: null } } as unknown as GraphQLResolveInfo, 'y', { viewer: viewerOf('u'), company }).key).toBe(one);
  const others = [keyOf({ id: 'x', first: 10, also: 'x' }), keyOf({ id: 'x', first: 20, also: null }), keyOf({ id: 'x', first: 10, also: { in: ['x'] } }), keyOf({ id: 'x', first: 10, also: null }, 'x')];
  expect(new Set([one, ...others]).size).toBe(5);
});
