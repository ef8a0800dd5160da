import { GraphQLJSON } from 'graphql-scalars';

/** Free-form data: a rule tree, the state of a view, the payload of an event. */
export const Json = GraphQLJSON;
