import fc, { type Arbitrary } from 'fast-check';
import { day } from '#calendar';
import type { FieldDefinition } from '#facts';
import { type Catalogue, comparisons, customerCatalogue, type Leaf, type Operator, operatorsOf, type RelationName, type Rule } from './index.ts';
import { elementsFor, integersFor, instantsAround } from './values.fixture.ts';

export * from './values.fixture.ts';
export * from './subject.fixture.ts';
export * from './coverage.fixture.ts';

export interface RuleOptions {
  /** The instant around which the constants lie; the one at which subjects are evaluated. */
  readonly now?: number;
  /** How deep the rules nest; 4 unless said. */
  readonly depth?: number;
  /** The facts that the rules may read; all of the catalogue unless said. */
  readonly readable?: (field: FieldDefinition) => boolean;
  /** Whether rules look into related rows; true unless said. */
  readonly relations?: boolean;
}

/** The instant at which fixtures are evaluated: not a midnight, so that days and dates differ. */
export const fixtureNow = Date.UTC(2026, 2, 15, 10, 30);

/** Any valid predicate over one of the fields. Constants come from the pools of which subjects take their values. */
export function arbitraryLeaf(fields: readonly FieldDefinition[], now: number = fixtureNow): Arbitrary<Leaf> {
  return fc.constantFrom(...fields).chain((field) =>
    fc.constantFrom(...operatorsOf(field.type)).chain((is) => leafOf(field, is, now)));
}

/** Any valid rule over the catalogue; `parseRule` takes each of them and gives the same rule back. */
export function arbitraryRule(catalogue: Catalogue = customerCatalogue(), options: RuleOptions = {}): Arbitrary<Rule> {
  const { now = fixtureNow, depth = 4, readable = () => true, relations = true } = options;
  const facts = [...catalogue.facts.values()].filter((fact) => !fact.displayOnly && readable(fact));
  const leaf = arbitraryLeaf(facts, now);
  if (!relations) return nested(leaf, depth);
  const names = Object.keys(catalogue.relations) as RelationName[];
  const related = fc.constantFrom(...names).chain((name) => {
    const where = nested(arbitraryLeaf(catalogue.relations[name]?.fields ?? [], now), 2);
    return fc.tuple(fc.boolean(), where).map(([some, rule]): Rule => (some ? { some: name, where: rule } : { none: name, where: rule }));
  });
  return nested(fc.oneof({ weight: 5, arbitrary: leaf }, { weight: 1, arbitrary: related }), depth);
}

function nested(ground: Arbitrary<Rule>, depth: number): Arbitrary<Rule> {
  if (depth <= 1) return ground;
  const part = nested(ground, depth - 1);
  const parts = fc.array(part, { maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: ground },
    { weight: 2, arbitrary: parts.map((and): Rule => ({ and })) },
    { weight: 2, arbitrary: parts.map((or): Rule => ({ or })) },
    { weight: 1, arbitrary: part.map((not): Rule => ({ not })) },
    { weight: 1, arbitrary: fc.tuple(fc.boolean(), part).map(([assume, rule]): Rule => ({ assume, rule })) },
  );
}

function leafOf(field: FieldDefinition, is: Operator, now: number): Arbitrary<Leaf> {
  const fact = field.key;
  switch (is) {
    case 'isSet': case 'reached': return fc.constant({ fact, is });
    case 'daysSince': case 'daysUntil':
      return fc.record({
        fact: fc.constant(fact), is: fc.constant(is),
        compare: fc.constantFrom(...comparisons), days: fc.constantFrom(-30, -1, 0, 1, 14, 30, 90, 365),
      });
    case 'contains': case 'startsWith':
      return constantOf(field, now).map((value) => ({ fact, is, value: pieceOf(field, is, String(value)) }));
    case 'in':
      return fc.array(constantOf(field, now), { minLength: 1, maxLength: 3 })
        .map((values) => ({ fact, is, values: values as (number | string)[] }));
    default: return constantOf(field, now).map((value) => ({ fact, is, value }));
  }
}

/** A piece of a text for `contains`, its beginning for `startsWith`; an element of a set as it is. */
function pieceOf(field: FieldDefinition, is: Operator, value: string): string {
  if (field.type !== 'text') return value;
  return (is === 'contains' ? value.slice(1, 4) : value.slice(0, 2)).trim() || value;
}

function constantOf(field: FieldDefinition, now: number): Arbitrary<number | string | boolean> {
  switch (field.type) {
    case 'boolean': return fc.boolean();
    case 'integer': return fc.constantFrom(...integersFor(field));
    case 'instant': return fc.constantFrom(...instantsAround(now, [-365 * day, -day, 0, day]));
    default: return fc.constantFrom(...elementsFor(field));
  }
}
