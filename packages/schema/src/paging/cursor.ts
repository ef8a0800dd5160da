import { GraphQLError } from 'graphql';

/** Values of the sort columns and the id of the last row, as the database wrote them. */
export type Cursor = readonly (string | number | null)[];

export const encodeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** Every list ends its order with an id, or a number of its own. */
const isId = (value: unknown): boolean => /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\d{1,18})$/i.test(String(value));

/** Also a text in a cursor reaches the database, which takes neither NUL nor half of a surrogate pair. */
const isPlain = (value: unknown): boolean => typeof value !== 'string' || (!value.includes('\0') && value.isWellFormed());

export function decodeCursor(text: string): Cursor {
  try {
    const cursor: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(cursor) && cursor.length <= 4 && isId(cursor.at(-1)) && cursor.every(isPlain)) return cursor as Cursor;
  } catch { /* answered below */ }
  throw new GraphQLError('This cursor is not one of this list.', { extensions: { code: 'BAD_USER_INPUT' } });
}
