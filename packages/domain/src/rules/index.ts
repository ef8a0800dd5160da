export {
  comparisons, isLeaf, type Comparison, type Leaf, type RelationName, type RelationRule, type Rule, type Truth,
} from './rule.ts';
export { type Catalogue, type CustomerCatalogue, fieldNamed, ownCatalogue, type RelationDefinition, type RuleSubject } from './catalogue.ts';
export { customerCatalogue } from './customer-catalogue.ts';
export { type Operator, operatorsOf } from './operators.ts';
export { factsReadBy, leavesOf, relationsReadBy } from './walk-rule.ts';
export { maximumDepth, maximumNodes, parseRule, type ParseOptions } from './parse/parse-rule.ts';
export { describeRule, type LabelOf } from './describe/describe-rule.ts';
export { maximumDays, maximumValues } from './parse/parse-leaf.ts';
export { evaluateRule, holds } from './evaluate/evaluate-rule.ts';
export { deciding, type Deciding, explainRule, type Explanation } from './evaluate/explain-rule.ts';
export { nextReviewOf } from './evaluate/next-review.ts';
export { maskFacts, maskSubject, type Subject } from './evaluate/subject.ts';
export {
  always, atRisk, bought, content, covered, fair, fragments, lapsed, left, onNotice, profitable, sure, topTier,
} from './fragments.ts';
