import type { Facts } from '#facts';
import type { RelationName } from './rule.ts';

/** What a rule is evaluated on: the facts of one subject and the rows that belong to it. A missing relation is unknown. */
export interface Subject {
  readonly facts: Facts;
  readonly relations?: Readonly<Partial<Record<RelationName, readonly Facts[]>>>;
}
