import { type CustomerRow, type CustomerSelection, customersByIds } from '@orbita/database/customers';
import type { GraphQLResolveInfo } from 'graphql';
import { batched, type Reading, type RequestContext, selectedFields, toldColumns } from '#request';

/** What an operation wants of a customer, under the current field or at the end of a path below it. */
export function customerSelection(info: GraphQLResolveInfo, reading: Reading, path: readonly string[] = []): CustomerSelection {
  const fields = selectedFields(info, path);
  return {
    fields, facts: fields.has('facts') ? selectedFields(info, [...path, 'facts']) : new Set(),
    ofContacts: fields.has('contacts') ? selectedFields(info, [...path, 'contacts']) : new Set(), told: toldColumns(info, path, reading),
  };
}

/** Reads customers that other things refer to: all that one field asks for, in one statement. */
export function customerReader(context: RequestContext, id: string, info: GraphQLResolveInfo): Promise<CustomerRow | null> {
  const { em, viewer, now } = context;
  // The executor hands all things of a list the same nodes.
  return batched(context, info.fieldNodes, id, (ids) => customersByIds(em, ids, customerSelection(info, context), viewer, now));
}
