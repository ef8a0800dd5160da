import { isRefused, type Refusal, refuse } from '#refusal';
import { type Catalogue, parseRule, type Rule } from '#rules';

/** What somebody enters: a rule, or the ids of the customers of a list. */
export interface SegmentInput {
  readonly name: string;
  readonly description?: string | null | undefined;
  /** A rule in JSON, not parsed yet. */
  readonly rule?: unknown;
  readonly list?: readonly string[] | null | undefined;
  readonly shared?: boolean | undefined;
}

interface SegmentHead {
  readonly name: string;
  readonly description: string | null;
  /** Whether others than its owner see it. */
  readonly shared: boolean;
}

/** A segment as stored: customers for whom a rule holds, or those put on a list. */
export type PreparedSegment = SegmentHead & (
  | { readonly kind: 'RULE'; readonly rule: Rule; readonly list: null }
  | { readonly kind: 'LIST'; readonly rule: null; readonly list: readonly string[] }
);

const longestName = 100;
const longestDescription = 1000;
const longestList = 100_000;

/** Checks a segment; refuses one that has both a rule and a list or neither, and a rule that does not parse (`rule.and.1.value`). */
export function prepareSegment(input: SegmentInput, catalogue: Catalogue): PreparedSegment | Refusal {
  const name = input.name.replaceAll(/\s+/g, ' ').trim();
  if (name === '') return refuse('REQUIRED', { field: 'name' });
  if (name.length > longestName) return refuse('TOO_LONG', { field: 'name', details: { maximum: longestName } });
  const description = input.description?.trim() || null;
  if ((description?.length ?? 0) > longestDescription) return refuse('TOO_LONG', { field: 'description', details: { maximum: longestDescription } });
  const head = { name, description, shared: input.shared ?? false };
  const hasRule = input.rule !== null && input.rule !== undefined;
  if (input.list) {
    if (hasRule) return refuse('CONFLICT', { field: 'list' });
    const list = [...new Set(input.list)];
    return list.length > longestList
      ? refuse('OUT_OF_RANGE', { field: 'list', details: { minimum: 0, maximum: longestList } })
      : { ...head, kind: 'LIST', rule: null, list };
  }
  if (!hasRule) return refuse('REQUIRED', { field: 'rule' });
  const rule = parseRule(input.rule, catalogue);
  if (isRefused(rule)) return { ...rule, field: rule.field ? `rule.${rule.field}` : 'rule' };
  return { ...head, kind: 'RULE', rule, list: null };
}
