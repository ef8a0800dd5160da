import { customFieldsOf } from '@orbita/database/custom-fields';
import { type CustomerOrder, sortedFacts } from '@orbita/database/customers';
import { mayReadField } from '@orbita/domain/access';
import { isSortable } from '@orbita/domain/custom-fields';
import { GraphQLError } from 'graphql';
import type { RequestContext } from '#request';

/** The order of a list of customers, by a fact or one of the company's fields that the viewer may read; else an error that names the facts. */
export async function customerOrder(by: string, descending: boolean, context: RequestContext): Promise<CustomerOrder> {
  if (sortedFacts.includes(by)) return { by, descending };
  const field = by.startsWith('custom.') ? await sortedField(by.slice('custom.'.length), context) : undefined;
  if (field) return { by, descending, field };
  throw new GraphQLError(`There is no order by "${by}". Lists are sorted by ${sortedFacts.join(', ')}, and by custom.‹name› of the company's own fields.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

async function sortedField(name: string, { em, viewer }: RequestContext): Promise<CustomerOrder['field']> {
  const field = (await customFieldsOf(em, 'CUSTOMER')).find((one) => one.name === name);
  if (!field || !isSortable(field) || !mayReadField(viewer.role, field.readers ? { readers: field.readers } : {})) return undefined;
  const { id, type, options } = field;
  const kind = ['NUMBER', 'MONEY', 'DATE', 'BOOLEAN'].includes(type) ? 'NUMBER' : 'TEXT';
  return { id, name, kind, steps: type === 'CHOICE' ? options.map(({ value }) => value) : undefined };
}
