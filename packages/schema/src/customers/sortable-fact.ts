import { sortedFacts } from '@orbita/database/customers';
import { GraphQLError } from 'graphql';

/** The key of a fact by which lists of customers are sorted, or an error that names all of them. */
export function sortableFact(key: string): string {
  if (sortedFacts.includes(key)) return key;
  throw new GraphQLError(`There is no order by "${key}". Lists are sorted by ${sortedFacts.join(', ')}.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
