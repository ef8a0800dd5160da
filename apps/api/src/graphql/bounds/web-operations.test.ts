import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOrbitaSchema } from '@orbita/schema/schema';
import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredInputField, parse, typeFromAST, type VariableDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { checkCost, maximumCost } from './cost.ts';

const documents = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../web/src/gql/persisted-documents.json'), 'utf8')) as Record<string, string>;
const schema = await buildOrbitaSchema();

/** Something of a type, no more than must be: pages as long as the web app asks for at most. */
function some(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return some(type.ofType);
  if (isListType(type)) return [some(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).filter(isRequiredInputField).map((field) => [field.name, some(field.type)]));
  return samples[type.name] ?? 'x';
}
const samples: Readonly<Record<string, unknown>> = { Int: 100, Float: 1, Boolean: true, DateTime: '2026-01-01T00:00:00Z', Date: '2026-01-01', Decimal: '1' };

const columns = (count: number) => ({ withCustom: true, custom: Array.from({ length: count }, (_, at) => `own${at}`) });

/** Where pages are shorter than a hundred, and where as many columns of the company's own stand as may. */
const known: Readonly<Record<string, object>> = {
  DuplicatePairs: { first: 30 }, Board: { first: 40 }, Customers: { model: 'operational', ...columns(12) }, Opportunities: columns(12), Leads: columns(6),
};

// What is asked for by names is asked for by some: a column is a name.
const variablesOf = (definitions: readonly VariableDefinitionNode[]) => Object.fromEntries(definitions
  .filter(({ type, defaultValue }) => type.kind === 'ListType' || (type.kind === 'NonNullType' && !defaultValue))
  .map(({ variable, type }) => [variable.name.value, some(typeFromAST(schema, type as never) as GraphQLInputType)]));

test('every operation of the web app costs less than one request may', () => {
  const costs = Object.values(documents).flatMap((text) => {
    const document = parse(text);
    return document.definitions.flatMap((definition) => {
      if (definition.kind !== 'OperationDefinition') return [];
      return [[checkCost(schema, document, { ...variablesOf(definition.variableDefinitions ?? []), ...known[definition.name?.value ?? ''] }, definition.name?.value), definition.name?.value] as const];
    });
  });
  const [[most, name] = [0, '']] = costs.toSorted(([a], [b]) => b - a);
  process.stdout.write(`The dearest of ${costs.length} operations is ${name}: ${most} of ${maximumCost}.\n`);
  expect(costs.length).toBeGreaterThan(100);
});
