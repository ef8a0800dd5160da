/** How two values, or a number of days, are compared. */
export type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';

/** The rows of a customer that a rule can look into, one level deep. */
export type RelationName = 'orders' | 'activities' | 'contacts' | 'addresses';

/** One predicate over one fact. Text is compared in its normalised form, in which `parseRule` leaves the constants. */
export type Leaf =
  | { readonly fact: string; readonly is: Comparison; readonly value: number | string | boolean }
  | { readonly fact: string; readonly is: 'in'; readonly values: readonly (number | string)[] }
  /** A set contains the element; a text contains the piece. */
  | { readonly fact: string; readonly is: 'contains'; readonly value: string }
  | { readonly fact: string; readonly is: 'startsWith'; readonly value: string }
  | { readonly fact: string; readonly is: 'isSet' }
  /** The instant is now or past. */
  | { readonly fact: string; readonly is: 'reached' }
  /** Whole days since (or until) the instant, rounded down, negative on the other side of now. */
  | { readonly fact: string; readonly is: 'daysSince' | 'daysUntil'; readonly compare: Comparison; readonly days: number };

/** Whether some (or no) related row fulfils a rule over the row's fields. */
export type RelationRule =
  | { readonly some: RelationName; readonly where: Rule }
  | { readonly none: RelationName; readonly where: Rule };

/** The one rule tree of the product, plain JSON: segments, filters, entry rules, gates, routing and policies all are one. */
export type Rule =
  | { readonly and: readonly Rule[] }
  | { readonly or: readonly Rule[] }
  | { readonly not: Rule }
  /** Where the rule is unknown it counts as `assume`. */
  | { readonly assume: boolean; readonly rule: Rule }
  | RelationRule
  | Leaf;

/** A rule answers in three values; it holds only when true. */
export type Truth = true | false | 'unknown';

export const comparisons: readonly Comparison[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'];

export const isLeaf = (rule: Rule): rule is Leaf => 'fact' in rule;
