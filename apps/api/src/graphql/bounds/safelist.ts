import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { GraphQLError } from 'graphql';

/** What a request may say instead of a document. */
export interface Asked {
  query?: unknown;
  documentId?: unknown;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } | null } | null | undefined;
}

/** Turns what was asked into the document that runs, or throws. */
export type Safelist = (asked: Asked) => string;

/** Documents by their hash, as the web app was built with them; nothing when it was not. */
export function readManifest(path: string): ReadonlyMap<string, string> {
  if (!existsSync(path)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>));
}

export function safelist(manifest: ReadonlyMap<string, string>, mode: 'off' | 'enforce'): Safelist {
  return ({ query, documentId, extensions }) => {
    const text = typeof query === 'string' ? query : undefined;
    const id = textOf(documentId)?.replace(/^sha256:/, '') ?? textOf(extensions?.persistedQuery?.sha256Hash)
      ?? (text === undefined ? undefined : createHash('sha256').update(text).digest('hex'));
    if (id === undefined) throw malformed();
    const known = manifest.get(id);
    if (known !== undefined) return known;
    if (mode === 'enforce') throw refused('OPERATION_NOT_SAFELISTED', 'Only the operations of this version of the app run here. Reload the page.', 403);
    if (text === undefined) throw refused('PERSISTED_QUERY_NOT_FOUND', 'No document goes by this hash. Send the document itself.', 404);
    return text;
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What cannot be read as one operation, such as a list of them. */
export const malformed = (): GraphQLError =>
  refused('BAD_REQUEST', 'Send one JSON object that names one operation: query with the document, or documentId with its hash; and variables.', 400);

const refused = (code: string, message: string, status: number): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status } } });
