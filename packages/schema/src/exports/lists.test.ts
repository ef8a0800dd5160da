import type { GraphQLSchema } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { buildOrbitaSchema } from '#schema';
import { everyList } from './lists.ts';

let schema: GraphQLSchema;
beforeAll(async () => { schema = await buildOrbitaSchema(); });

const paging = new Set(['first', 'after', 'last', 'before', 'offset']);

test('a list is taken away by every argument by which it can be narrowed, of its type', () => {
  for (const { key, variables } of everyList) {
    const asked = schema.getQueryType()!.getFields()[key]!.args.filter(({ name }) => !paging.has(name));
    expect([key, Object.fromEntries(asked.map(({ name, type }) => [name, String(type).replace(/(?<!!\])!$/, '')]))]).toEqual([key, variables]);
  }
});
