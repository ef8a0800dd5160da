export * from '../gql/graphql.ts';
