import type { DocumentNode } from 'graphql';
import { parseLimited } from './limits.ts';

const keptAtMost = 500;
const charactersAtMost = 20_000;
const kept = new Map<string, DocumentNode>();

/** A document within the limits, by its text. Those asked last are remembered: an app asks the same few all day. */
export function readDocument(text: string): DocumentNode {
  const document = kept.get(text) ?? parseLimited(text);
  if (text.length > charactersAtMost) return document;
  // Put last again: the first is then the one for which nobody asked longest.
  kept.delete(text);
  kept.set(text, document);
  if (kept.size > keptAtMost) kept.delete(kept.keys().next().value!);
  return document;
}
