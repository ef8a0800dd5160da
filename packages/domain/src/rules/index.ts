export type { Comparison, Leaf, RelationName, RelationRule, Rule, Truth } from './rule.ts';
export { comparisons, isLeaf } from './rule.ts';
export type { Catalogue, RelationDefinition, RuleSubject } from './catalogue.ts';
export type { Subject } from './subject.ts';
export { evaluateRule, holds } from './evaluate-rule.ts';
