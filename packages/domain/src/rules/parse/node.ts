import { refuse, type Refusal } from '#refusal';

/** A part of the rule as it came in. */
export type Node = Readonly<Record<string, unknown>>;

export const isRecord = (input: unknown): input is Node =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

/** The refusal of one part of a rule; the root has no path. */
export const invalid = (path: string, reason: string): Refusal =>
  refuse('RULE_INVALID', path === '' ? { details: { reason } } : { field: path, details: { reason } });

/** Refuses what this kind of part does not know, so that a mistyped key is not passed over. */
export function strangeKey(node: Node, known: readonly string[], path: string): Refusal | null {
  const strange = Object.keys(node).find((key) => !known.includes(key));
  if (strange === undefined) return null;
  return invalid(path, `remove "${strange.slice(0, 40)}"; this part takes only ${known.join(', ')}`);
}
