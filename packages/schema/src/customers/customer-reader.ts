import { type CustomerRow, type CustomerSelection, customersByIds } from '@orbita/database/customers';
import type { GraphQLResolveInfo } from 'graphql';
import { type RequestContext, selectedFields } from '#request';

/** What an operation wants of a customer, under the current field or at the end of a path below it. */
export function customerSelection(info: GraphQLResolveInfo, path: readonly string[] = []): CustomerSelection {
  const fields = selectedFields(info, path);
  return { fields, facts: fields.has('facts') ? selectedFields(info, [...path, 'facts']) : new Set() };
}

interface Waiting {
  readonly ids: Map<string, ((row: CustomerRow | null) => void)[]>;
  readonly fields: Set<string>;
  readonly facts: Set<string>;
}

/** Reads customers that other things refer to: all that one round of resolving asks for, in one statement. */
export function customerReader(context: RequestContext, id: string, select: CustomerSelection): Promise<CustomerRow | null> {
  const waiting = (context.readers.get('customers') as Waiting | undefined) ?? begin(context);
  select.fields.forEach((field) => waiting.fields.add(field));
  select.facts.forEach((fact) => waiting.facts.add(fact));
  return new Promise((resolve) => waiting.ids.set(id, [...(waiting.ids.get(id) ?? []), resolve]));
}

function begin(context: RequestContext): Waiting {
  const waiting: Waiting = { ids: new Map(), fields: new Set(), facts: new Set() };
  context.readers.set('customers', waiting);
  setImmediate(() => {
    context.readers.delete('customers');
    void readAll(context, waiting);
  });
  return waiting;
}

async function readAll({ em, viewer, now }: RequestContext, { ids, fields, facts }: Waiting): Promise<void> {
  const rows = await customersByIds(em, [...ids.keys()], { fields, facts }, viewer, now);
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const [id, resolvers] of ids) resolvers.forEach((resolve) => resolve(byId.get(id) ?? null));
}
