import type { FactDefinition } from '#facts';
import { type Catalogue, evaluateRule, leavesOf, type Operator, operatorsOf, type Rule, type Subject } from './index.ts';

type State = 'present' | 'null' | 'absent';

/** Counts which predicates a test has really met: operator × type × state of the fact × outcome. */
export interface Coverage {
  /** Takes down every predicate of the rule on the subject's own facts, each evaluated by itself. */
  readonly tally: (rule: Rule, subject: Subject, now: number) => void;
  /** How often a combination was met; keys read `ge integer present true`. */
  readonly counts: ReadonlyMap<string, number>;
  /** The combinations that can arise and did not. */
  readonly missing: () => readonly string[];
}

/** A fresh tally over the subject's facts of a catalogue (rows of relations are not counted). */
export function coverageOf(catalogue: Catalogue): Coverage {
  const counts = new Map<string, number>();
  const tally = (rule: Rule, subject: Subject, now: number): void => {
    for (const { leaf, relation } of leavesOf(rule)) {
      const field = catalogue.facts.get(leaf.fact);
      if (relation || !field) continue;
      const value = subject.facts[leaf.fact];
      const state: State = value === undefined ? 'absent' : value === null ? 'null' : 'present';
      const key = `${leaf.is} ${field.type} ${state} ${evaluateRule(leaf, subject, now)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  };
  const missing = (): readonly string[] => possible([...catalogue.facts.values()]).filter((key) => !counts.has(key));
  return { tally, counts, missing };
}

function possible(facts: readonly FactDefinition[]): readonly string[] {
  const types = [...new Set(facts.map(({ type }) => type))];
  return types.flatMap((type) => {
    const nullable = facts.some((fact) => fact.type === type && fact.nullMeans !== null);
    return operatorsOf(type).flatMap((is) => outcomes(is, nullable).map((outcome) => `${is} ${type} ${outcome}`));
  });
}

function outcomes(is: Operator, nullable: boolean): readonly string[] {
  const missing = ['absent unknown', ...(nullable ? [`null ${is === 'isSet' ? 'false' : 'unknown'}`] : [])];
  return is === 'isSet' ? ['present true', ...missing] : ['present true', 'present false', ...missing];
}
