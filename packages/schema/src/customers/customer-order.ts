import { sortedFieldOf } from '@orbita/database/custom-fields';
import { type CustomerOrder, sortedFacts } from '@orbita/database/customers';
import { GraphQLError } from 'graphql';
import type { RequestContext } from '#request';

/** The order of a list of customers, by a fact or one of the company's fields that the viewer may read; else an error that names the facts. */
export async function customerOrder(by: string, descending: boolean, { em, viewer }: RequestContext): Promise<CustomerOrder> {
  if (sortedFacts.includes(by)) return { by, descending };
  const field = by.startsWith('custom.') ? await sortedFieldOf(em, 'CUSTOMER', by.slice('custom.'.length), viewer) : undefined;
  if (field) return { by, descending, field };
  throw new GraphQLError(`There is no order by "${by}". Lists are sorted by ${sortedFacts.join(', ')}, and by custom.‹name› of the company's own fields.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
