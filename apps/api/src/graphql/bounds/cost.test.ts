import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { checkCost } from './cost.ts';

const schema = buildSchema(`
  type Query { customers(first: Int): CustomerConnection! tags: [Tag!]! }
  type CustomerConnection { edges: [CustomerEdge!]! totalCount: Int! }
  type CustomerEdge { node: Customer! }
  type Customer { id: ID! orders(first: Int): CustomerConnection! tags: [Tag!]! }
  type Tag { name: String! }`);
const cost = (text: string, variables: Record<string, unknown> = {}) => checkCost(schema, parse(text), variables, undefined);

test('a list costs as long as it was asked to be, twenty otherwise', () => {
  expect(cost('{ customers(first: 100) { edges { node { id } } } }')).toBe(301);
  expect(cost('query ($n: Int) { customers(first: $n) { edges { node { id } } } }', { n: 10 })).toBe(31);
  expect(cost('{ customers { edges { node { id } } } }')).toBe(61);
  expect(cost('{ tags { name } }')).toBe(21);
});

test('lists within lists multiply, wherever they stand', () => {
  const inner = 'orders(first: 100) { edges { node { id } } }';
  expect(() => cost(`{ customers(first: 100) { edges { node { ${inner} } } } }`)).toThrow('asks for too much');
});
