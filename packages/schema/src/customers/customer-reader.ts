import { type CustomerRow, type CustomerSelection, customersByIds } from '@orbita/database/customers';
import type { GraphQLResolveInfo } from 'graphql';
import { batched, type RequestContext, selectedFields } from '#request';

/** What an operation wants of a customer, under the current field or at the end of a path below it. */
export function customerSelection(info: GraphQLResolveInfo, path: readonly string[] = []): CustomerSelection {
  const fields = selectedFields(info, path);
  return { fields, facts: fields.has('facts') ? selectedFields(info, [...path, 'facts']) : new Set() };
}

/** Reads customers that other things refer to: all that are asked for with the same selection, in one statement. */
export function customerReader(context: RequestContext, id: string, select: CustomerSelection): Promise<CustomerRow | null> {
  const name = `customers:${[...select.fields].sort().join()}:${[...select.facts].sort().join()}`;
  return batched(context, name, id, (ids) => customersByIds(context.em, ids, select, context.viewer, context.now));
}
