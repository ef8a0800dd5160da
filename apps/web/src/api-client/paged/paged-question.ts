import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { Page } from './page-window.ts';

/** Which list is asked for, and where its page is in the answer. */
export interface PagedQuestion<Data, Variables extends OperationVariables, Row> {
  readonly document: TypedDocumentNode<Data, Variables & { readonly first: number; readonly offset: number }>;
  /** Everything but `first` and `offset`. */
  readonly variables: Variables;
  /** The name of the list's field in the query, for the cache. */
  readonly field: string;
  /** Must be the same function each time: declare it outside the component. */
  readonly pageOf: (data: Data) => Page<Row>;
}
