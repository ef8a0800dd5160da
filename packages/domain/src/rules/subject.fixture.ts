import fc, { type Arbitrary } from 'fast-check';
import type { FactDefinition, Facts, FactValue, FieldDefinition } from '#facts';
import { customerCatalogue, type RelationName, type Subject } from './index.ts';
import { elementsFor, flipDistances, instantsAround, integersFor } from './values.fixture.ts';

export interface SubjectOptions {
  readonly now: number;
  /** Facts that every subject lacks, as those of a room that does not exist; none unless said. */
  readonly absent?: (field: FieldDefinition) => boolean;
  /** Whether any other fact may also be absent, now and then; true unless said. (In SQL absence is the catalogue's, not the row's.) */
  readonly sometimesAbsent?: boolean;
}

/** A value that a fact of this field can have, near the constants of generated rules; never null. */
export function arbitraryValue(field: FieldDefinition, now: number): Arbitrary<FactValue> {
  switch (field.type) {
    case 'boolean': return fc.boolean();
    case 'integer': return fc.constantFrom(...integersFor(field));
    case 'instant': return fc.constantFrom(...instantsAround(now, flipDistances));
    case 'set': return fc.subarray([...elementsFor(field)]);
    default: return fc.constantFrom(...elementsFor(field));
  }
}

/** Facts over the fields: values, nulls where the field may lack one, and absences as the options say. */
export function arbitraryFacts(fields: readonly FieldDefinition[], options: SubjectOptions): Arbitrary<Facts> {
  const { now, absent = () => false, sometimesAbsent = true } = options;
  const present = fields.filter((field) => !absent(field));
  const values = fc.record(Object.fromEntries(present.map((field) => [field.key, orMissing(field, now, sometimesAbsent)])));
  return values.map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)));
}

function orMissing(field: FieldDefinition, now: number, sometimesAbsent: boolean): Arbitrary<FactValue | undefined> {
  return fc.oneof(
    { weight: 7, arbitrary: arbitraryValue(field, now) },
    { weight: mayBeNull(field) ? 2 : 0, arbitrary: fc.constant(null) },
    { weight: sometimesAbsent ? 1 : 0, arbitrary: fc.constant(undefined) },
  );
}

/** Facts say what null means to them, or that they are never null; fields of rows may be null, but sets and booleans. */
function mayBeNull(field: FieldDefinition): boolean {
  const { nullMeans } = field as FactDefinition;
  return nullMeans === undefined ? field.type !== 'set' && field.type !== 'boolean' : nullMeans !== null;
}

/** Subjects of the catalogue: facts and, for each relation, no to three rows. */
export function arbitrarySubject(catalogue = customerCatalogue(), options: SubjectOptions): Arbitrary<Subject> {
  const { sometimesAbsent = true } = options;
  const facts = arbitraryFacts([...catalogue.facts.values()].filter((fact) => !fact.displayOnly), options);
  const relations = Object.entries(catalogue.relations).map(([name, { fields }]) => {
    const rows = fc.array(arbitraryFacts(fields, { now: options.now, sometimesAbsent: false }), { maxLength: 3 });
    return [name, sometimesAbsent ? fc.option(rows, { nil: undefined, freq: 10 }) : rows];
  });
  return fc.record({
    facts,
    relations: fc.record(Object.fromEntries(relations) as Record<RelationName, Arbitrary<readonly Facts[]>>),
  });
}
