import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { buildOrbitaSchema } from '#schema';

let schema: GraphQLSchema;
beforeAll(async () => { schema = await buildOrbitaSchema(); });

test('every root field says whom it is for', () => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => type !== null && type !== undefined);
  const open = roots.flatMap((type) => Object.values(type.getFields()).filter((field) => {
    const allowed = field.extensions['allowed'] as { noun?: string; action?: string } | string | undefined;
    return allowed !== 'everyone' && !(typeof allowed === 'object' && allowed.noun && allowed.action);
  }).map((field) => `${type.name}.${field.name}`));
  expect(open).toEqual([]);
  expect(roots.length).toBeGreaterThan(1);
});

test('what everybody may ask is about himself', () => {
  const everyone = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).filter((field) => field.extensions['allowed'] === 'everyone').map((field) => field.name));
  // A name added here is a decision: everybody who is signed in may ask for it.
  expect(everyone.filter((name) => !knownToEveryone.includes(name))).toEqual([]);
});

const knownToEveryone = ['me', 'inbox', 'markRead', 'updateMyProfile', 'inboxChanged', 'exportedLists'];
