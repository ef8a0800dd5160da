import { type DocumentNode, GraphQLError, visit } from 'graphql';
import { isReadable, unreadableAt } from '#text';

const unreadable = (where: string, field?: string): GraphQLError => new GraphQLError(
  `${where} holds a character that is no text: NUL (U+0000) or half of a surrogate pair. Take it out and send it again.`,
  { extensions: { code: 'BAD_USER_INPUT', ...(field ? { field } : {}), http: { status: 400 } } },
);

/** Throws when a text written in the document cannot be kept. */
export function checkDocumentText(document: DocumentNode): void {
  visit(document, { StringValue: ({ value }) => { if (!isReadable(value)) throw unreadable('A text in the document'); } });
}

/** Throws when a variable holds a text that cannot be kept, and says which. */
export function checkVariablesText(variables: Readonly<Record<string, unknown>>): void {
  const field = unreadableAt(variables);
  if (field !== undefined) throw unreadable(field === '' ? 'The name of a variable' : `"${field}"`, field);
}
