import type { Facts } from '#facts';
import type { RelationName } from '../rule.ts';

/** What a rule is evaluated on: the facts of one subject and the rows that belong to it. A missing relation is unknown. */
export interface Subject {
  readonly facts: Facts;
  readonly relations?: Readonly<Partial<Record<RelationName, readonly Facts[]>>>;
}

/** The facts without those that the viewer may not read: to him they are unknown, as if their room were not there. */
export function maskFacts(facts: Facts, hiddenKeys: Iterable<string>): Facts {
  const hidden = new Set(hiddenKeys);
  return Object.fromEntries(Object.entries(facts).filter(([key]) => !hidden.has(key)));
}

/** The subject without what is hidden; fields of related rows are named with their relation, `orders.amount`. */
export function maskSubject(subject: Subject, isHidden: (key: string) => boolean): Subject {
  const facts = maskFacts(subject.facts, Object.keys(subject.facts).filter(isHidden));
  if (!subject.relations) return { facts };
  const relations = Object.entries(subject.relations).map(([relation, rows]) => [
    relation,
    rows?.map((row) => maskFacts(row, Object.keys(row).filter((field) => isHidden(`${relation}.${field}`)))),
  ]);
  return { facts, relations: Object.fromEntries(relations) as NonNullable<Subject['relations']> };
}
