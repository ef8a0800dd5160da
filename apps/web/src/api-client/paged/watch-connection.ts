import type { ApolloClient, OperationVariables } from '@apollo/client';
import type { PagedQuestion } from './paged-question.ts';
import { pageSize, type WatchPage } from './page-window.ts';

type Watched<Data, Variables extends OperationVariables, Row> =
  Omit<PagedQuestion<Data, Variables, Row>, 'field'> & { readonly client: ApolloClient };

/** A page follows the cache: what a mutation changes shows in the list at once. */
export const watchConnection = <Data, Variables extends OperationVariables, Row>(
  { client, document, variables, pageOf }: Watched<Data, Variables, Row>,
): WatchPage<Row> => (offset, listener) => {
  const query = client.watchQuery<Data, OperationVariables>({
    query: document,
    variables: { ...variables, first: pageSize, offset },
    fetchPolicy: 'cache-and-network',
  });
  const subscription = query.subscribe(({ data, dataState, error }) => {
    if (error) listener.error(error);
    else if (dataState === 'complete') listener.next(pageOf(data as Data));
  });
  return { stop: () => subscription.unsubscribe(), refresh: () => void query.refetch().catch(listener.error) };
};
