import { readDocument } from './documents.ts';
import { type Asked, malformed, type Safelist } from './safelist.ts';

/** Puts the document that runs, within the limits, into the body of a POST in place of what names it, or throws. */
export function resolveBody(body: Asked | undefined, documentOf: Safelist): void {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw malformed();
  body.query = resolve(body, documentOf);
  delete body.documentId;
  delete body.extensions?.persistedQuery;
}

/** The same for the address of a GET: what it says is bound by the same rules. */
export function resolveAddress(address: string, documentOf: Safelist): string {
  const [path = '', search = ''] = address.split(/\?(.*)/s);
  const said = new URLSearchParams(search);
  const once = (name: string): string | undefined => {
    const values = said.getAll(name);
    if (values.length > 1) throw malformed();
    return values[0];
  };
  const query = resolve({ query: once('query'), documentId: once('documentId'), extensions: extensionsIn(once('extensions')) }, documentOf);
  said.delete('documentId');
  said.delete('extensions');
  said.set('query', query);
  return `${path}?${said.toString()}`;
}

function resolve(asked: Asked, documentOf: Safelist): string {
  const text = documentOf(asked);
  readDocument(text);
  return text;
}

function extensionsIn(text: string | undefined): Asked['extensions'] {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Asked['extensions'];
  } catch {
    throw malformed();
  }
}
