import { type Reason, type Refusal, refuseBecause } from '#refusal';

/** A part of the rule as it came in. */
export type Node = Readonly<Record<string, unknown>>;

export const isRecord = (input: unknown): input is Node =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

/** The refusal of one part of a rule; the root has no path. */
export const invalid = (path: string, because: Reason, shown: Readonly<Record<string, string | number>> = {}): Refusal =>
  refuseBecause('RULE_INVALID', because, path === '' ? shown : { ...shown, field: path });

/** Refuses what this kind of part does not know, so that a mistyped key is not passed over. */
export function strangeKey(node: Node, known: readonly string[], path: string): Refusal | null {
  const strange = Object.keys(node).find((key) => !known.includes(key));
  if (strange === undefined) return null;
  return invalid(path, 'STRANGE_KEY', { key: strange.slice(0, 40), known: known.join(', ') });
}
