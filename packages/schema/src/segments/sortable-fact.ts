import { factDefinition } from '@orbita/domain/facts';
import { GraphQLError } from 'graphql';

/** The key of a fact that a list can be sorted by. */
export function sortableFact(key: string): string {
  const fact = factDefinition(key);
  if (fact && fact.type !== 'set') return key;
  throw new GraphQLError(`There is no order by "${key}". Give the key of a fact, such as name or lastOrderAt.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
