import { buildSchema, type GraphQLObjectType, parse } from 'graphql';
import { expect, test } from 'vitest';
import { checkCost } from './cost.ts';

const schema = buildSchema(`
  type Query { customers(first: Int): CustomerConnection! tags: [Tag!]! }
  type CustomerConnection { edges: [CustomerEdge!]! totalCount: Int! }
  type CustomerEdge { node: Customer! }
  type Customer { id: ID! orders(first: Int): CustomerConnection! tags(named: String): [Tag!]! }
  type Tag { name: String! }`);
const cost = (text: string, variables: Record<string, unknown> = {}) => checkCost(schema, parse(text), variables, undefined);

test('a list costs as long as it was asked to be, twenty otherwise', () => {
  expect(cost('{ customers(first: 100) { edges { node { id } } } }')).toBe(301);
  expect(cost('query ($n: Int) { customers(first: $n) { edges { node { id } } } }', { n: 10 })).toBe(31);
  expect(cost('{ customers { edges { node { id } } } }')).toBe(61);
  expect(cost('{ tags { name } }')).toBe(21);
});

test('a field that says what it costs costs that, by what it is asked for', () => {
  const complexity = ({ args, childComplexity }: { args: Record<string, unknown>; childComplexity: number }) => (args['named'] ? 1 : 3) * childComplexity;
  (schema.getType('Customer') as GraphQLObjectType).getFields()['tags']!.extensions = { complexity };
  const text = 'query ($tag: String) { customers(first: 10) { edges { node { tags(named: $tag) { name } } } } }';
  expect([cost(text, { tag: 'gold' }), cost(text, { tag: null }), cost(text)]).toEqual([1 + 10 * (1 + 1 + 1), 1 + 10 * (1 + 1 + 3), 1 + 10 * (1 + 1 + 3)]);
});

test('nothing asked for below nothing makes anything else cheaper', () => {
  const tags = (schema.getType('Customer') as GraphQLObjectType).getFields()['tags']!;
  tags.extensions = { complexity: ({ childComplexity }: { childComplexity: number }) => -1000 * childComplexity };
  expect(cost('{ customers(first: 10) { edges { node { tags { name } } } } }')).toBeGreaterThanOrEqual(31);
  tags.extensions = { complexity: () => NaN };
  expect(cost('{ customers(first: 10) { edges { node { tags { name } } } } }')).toBeGreaterThan(200);
});

test('lists within lists multiply, wherever they stand', () => {
  const inner = 'orders(first: 100) { edges { node { id } } }';
  expect(() => cost(`{ customers(first: 100) { edges { node { ${inner} } } } }`)).toThrow('asks for too much');
});

test('one document costs what each asking of it costs, also when it was asked before', () => {
  const document = parse('query ($n: Int, $with: Boolean!) { customers(first: $n) { edges { node { id tags @include(if: $with) { name } } } } }');
  const asked = (n: number, on: boolean) => checkCost(schema, document, { n, with: on }, undefined);
  const once = [asked(10, false), asked(100, false), asked(10, true)];
  expect(new Set(once).size).toBe(3);
  expect([asked(10, false), asked(100, false), asked(10, true)]).toEqual(once);
  expect(() => asked(20_000, true)).toThrow('asks for too much');
});
