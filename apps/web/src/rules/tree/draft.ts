import type { Comparison, Operator, RelationName, Rule } from '@orbita/domain/rules';

/** A predicate under way: its constant may still be missing. */
export interface DraftLeaf {
  readonly fact: string;
  readonly is: Operator;
  readonly value?: unknown;
  readonly values?: readonly (number | string)[];
  readonly compare?: Comparison;
  readonly days?: number;
}

/** A rule while somebody writes it; every rule is one. */
export type Draft =
  | { readonly and: readonly Draft[] }
  | { readonly or: readonly Draft[] }
  | { readonly not: Draft }
  | { readonly assume: boolean; readonly rule: Draft }
  | { readonly some: RelationName; readonly where: Draft }
  | { readonly none: RelationName; readonly where: Draft }
  | DraftLeaf;

export type Group = Extract<Draft, { and: unknown } | { or: unknown }>;
export type Related = Extract<Draft, { where: unknown }>;

/** Where a part stands, as refusals of rules name it: and · 1 · not. */
export type Path = readonly (string | number)[];

export const isLeaf = (draft: Draft): draft is DraftLeaf => 'fact' in draft;
export const isGroup = (draft: Draft): draft is Group => 'and' in draft || 'or' in draft;
export const isRelated = (draft: Draft): draft is Related => 'where' in draft;
export const partsOf = (group: Group): readonly Draft[] => ('and' in group ? group.and : group.or);
export const jointOf = (group: Group): 'and' | 'or' => ('and' in group ? 'and' : 'or');
export const groupOf = (joint: 'and' | 'or', parts: readonly Draft[]): Group => (joint === 'and' ? { and: parts } : { or: parts });
export const relationOf = (related: Related): RelationName => ('some' in related ? related.some : related.none);

/** The editor always has a group at the root, so that there is a place for the next predicate. */
export const rooted = (rule: Rule | undefined): Draft => (rule === undefined ? { and: [] } : isGroup(rule) ? rule : { and: [rule] });
