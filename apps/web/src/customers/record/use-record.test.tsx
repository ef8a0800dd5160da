import { CustomerRecordDocument, OpportunityTasksDocument } from '#operations';
import { activityCatalogue } from '@orbita/domain/activities';
import { isRefused } from '@orbita/domain/refusal';
import { parseRule } from '@orbita/domain/rules';
import { type DocumentNode, type FieldNode, Kind, valueFromASTUntyped, visit } from 'graphql';
import { expect, it } from 'vitest';

/** What the list of tasks of a document asks for. */
function asked(document: DocumentNode): Record<string, unknown> {
  const fields: FieldNode[] = [];
  visit(document, { Field: (field) => void (field.name.value === 'activities' && fields.push(field)) });
  return Object.fromEntries(fields[0]!.arguments!.map(({ name, value }) => [name.value, value.kind === Kind.VARIABLE ? `$${value.name.value}` : valueFromASTUntyped(value)]));
}

it('the server picks the open tasks of a customer and of an opportunity: newer ones that are done push none out', () => {
  expect(asked(CustomerRecordDocument)).toEqual({ first: 30, open: true });
  const { rule, ...rest } = asked(OpportunityTasksDocument);
  expect(rest).toEqual({ first: 30, opportunityId: '$id', kinds: ['TASK'], orderBy: { by: 'dueAt' } });
  expect(rule).toEqual({ not: { fact: 'activity.doneAt', is: 'isSet' } });
  expect(isRefused(parseRule(rule, activityCatalogue()))).toBe(false);
});
