import { isLeaf, type Leaf, type RelationName, type Rule } from './rule.ts';

/** Every predicate of a rule, with the relation whose rows it reads, if any. */
export function* leavesOf(rule: Rule, relation?: RelationName): Generator<{ leaf: Leaf; relation: RelationName | undefined }> {
  if (isLeaf(rule)) yield { leaf: rule, relation };
  else if ('and' in rule) for (const part of rule.and) yield* leavesOf(part, relation);
  else if ('or' in rule) for (const part of rule.or) yield* leavesOf(part, relation);
  else if ('not' in rule) yield* leavesOf(rule.not, relation);
  else if ('assume' in rule) yield* leavesOf(rule.rule, relation);
  else if ('some' in rule) yield* leavesOf(rule.where, rule.some);
  else yield* leavesOf(rule.where, rule.none);
}

/** The keys that the rule reads; fields of related rows are named with their relation, `orders.amount`. */
export function factsReadBy(rule: Rule): ReadonlySet<string> {
  return new Set([...leavesOf(rule)].map(({ leaf, relation }) => (relation ? `${relation}.${leaf.fact}` : leaf.fact)));
}

/** The relations that the rule looks into, also where it asks nothing of their rows. */
export function relationsReadBy(rule: Rule): ReadonlySet<RelationName> {
  if (isLeaf(rule)) return new Set();
  if ('some' in rule) return new Set([rule.some]);
  if ('none' in rule) return new Set([rule.none]);
  if ('not' in rule) return relationsReadBy(rule.not);
  if ('assume' in rule) return relationsReadBy(rule.rule);
  const parts = 'and' in rule ? rule.and : rule.or;
  return new Set(parts.flatMap((part) => [...relationsReadBy(part)]));
}
