import { m } from '#words';
import type { FieldDefinition } from '@orbita/domain/facts';
import { type Comparison, type Operator, operatorsOf } from '@orbita/domain/rules';
import type { DraftLeaf } from '../tree/draft.ts';

export interface OperatorChoice {
  readonly value: string;
  readonly label: string;
}

const compared = {
  daysSince: {
    gt: m.rules_since_gt, ge: m.rules_since_ge, lt: m.rules_since_lt, le: m.rules_since_le, eq: m.rules_since_eq, ne: m.rules_since_ne,
  },
  daysUntil: {
    gt: m.rules_until_gt, ge: m.rules_until_ge, lt: m.rules_until_lt, le: m.rules_until_le, eq: m.rules_until_eq, ne: m.rules_until_ne,
  },
};
const symbols: Record<Comparison, string> = { eq: '=', ne: '≠', lt: '<', le: '≤', gt: '>', ge: '≥' };
const moments: Record<Comparison, () => string> = {
  eq: m.rules_moment_eq, ne: m.rules_moment_ne, lt: m.rules_moment_lt, le: m.rules_moment_le, gt: m.rules_moment_gt, ge: m.rules_moment_ge,
};

/** An operator and, for days, its comparison in one choice: «hace más de». */
export const codeOf = ({ is, compare }: Pick<DraftLeaf, 'is' | 'compare'>): string => (is === 'daysSince' || is === 'daysUntil' ? `${is}:${compare ?? 'le'}` : is);

export function fromCode(code: string): { readonly is: Operator; readonly compare: Comparison | undefined } {
  const [is, compare] = code.split(':');
  return { is: is as Operator, compare: compare as Comparison | undefined };
}

function labelOf(code: string, field: FieldDefinition): string {
  const { is, compare } = fromCode(code);
  switch (is) {
    case 'in': return field.type === 'integer' ? m.rules_op_in() : m.rules_op_is();
    case 'contains': return field.type === 'set' ? m.rules_op_includes() : m.rules_op_contains();
    case 'startsWith': return m.rules_op_starts();
    case 'isSet': return m.rules_op_set();
    case 'reached': return m.rules_op_reached();
    case 'daysSince': case 'daysUntil': return compared[is][compare ?? 'le']();
    case 'eq': case 'ne': if (field.type !== 'integer' && field.type !== 'instant') return is === 'eq' ? m.rules_op_is_exactly() : m.rules_op_is_not(); break;
    default:
  }
  return field.type === 'instant' ? moments[is as Comparison]() : symbols[is as Comparison];
}

/** What people ask of moments; exact instants stay possible where a rule already has them. */
const forInstants = ['daysSince:le', 'daysSince:gt', 'daysUntil:le', 'daysUntil:gt', 'reached', 'ge', 'lt', 'isSet'];

function codesFor({ type }: FieldDefinition): readonly string[] {
  if (type === 'instant') return forInstants;
  if (type === 'integer') return ['ge', 'gt', 'le', 'lt', 'eq', 'ne', 'isSet'];
  if (type === 'boolean') return ['eq', 'isSet'];
  if (type === 'enum' || type === 'id') return ['in', 'ne', 'isSet'];
  return operatorsOf(type);
}

/** In the order of use; the one that stands there is always among them. */
export function operatorChoices(field: FieldDefinition, leaf: DraftLeaf): readonly OperatorChoice[] {
  const codes = codesFor(field);
  const current = codeOf(leaf);
  return [...codes, ...(codes.includes(current) ? [] : [current])].map((value) => ({ value, label: labelOf(value, field) }));
}
