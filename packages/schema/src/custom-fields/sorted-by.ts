import { type SortedField, sortedFieldOf } from '@orbita/database/custom-fields';
import type { CustomEntity } from '@orbita/domain/custom-fields';
import { GraphQLError } from 'graphql';
import type { RequestContext } from '#request';

/** The company's own field by which a list is to be sorted; one that is not there, and one that the viewer may not read, is the caller's mistake in `argument`. */
export async function sortedBy(entity: CustomEntity, name: string, argument: string, { em, viewer }: RequestContext): Promise<SortedField> {
  const field = await sortedFieldOf(em, entity, name, viewer);
  if (field) return field;
  throw new GraphQLError(`There is no order by the field "${name}".`, { extensions: { code: 'BAD_USER_INPUT', field: argument } });
}
