import { ApolloLink } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import type { DocumentNode } from 'graphql';

/** The hash that codegen wrote into the document, bare hexadecimal. */
export function hashOf(document: DocumentNode): string | undefined {
  const { __meta__: meta } = document as DocumentNode & { readonly __meta__?: { readonly hash?: string } };
  return meta?.hash?.replace('sha256:', '');
}

const byHash = new PersistedQueryLink({
  generateHash: (document) => hashOf(document) ?? '',
  // A server that does not know the hash is of another version: the full text would be refused as well.
  disable: () => false,
  retry: () => false,
});

/** Operations of the app go out as `extensions.persistedQuery.sha256Hash`, never as text. */
export const persistedLink = ApolloLink.split(({ query }) => hashOf(query) !== undefined, byHash);
