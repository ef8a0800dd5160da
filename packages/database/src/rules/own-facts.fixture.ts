import { type FactDefinition, type Facts, isPresent } from '@orbita/domain/facts';
import { type Catalogue, customerCatalogue, evaluateRule, leavesOf, operatorsOf, type Rule, type Subject, type Truth } from '@orbita/domain/rules';
import { arbitraryLeaf, arbitraryRule, arbitrarySubject, arbitraryValue, fixtureNow } from '@orbita/domain/rules/rule.fixture';
import fc, { type Arbitrary } from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '../testing/index.ts';
import { asStored, storeSubjects } from './subjects.fixture.ts';

const seed = 20_260_615;

/** A list whose rules read facts of its own rows beside those of their customers. */
interface RuledList<Thing> {
  readonly catalogue: Catalogue;
  readonly own: readonly FactDefinition[];
  readonly arbitrary: Arbitrary<Thing>;
  readonly factsOf: (thing: Thing) => Facts;
  readonly store: (em: Em, rows: readonly { readonly thing: Thing; readonly id: string; readonly customer_id: string }[]) => Promise<void>;
  /** The ids of where the rule is true, and how many the count says. */
  readonly read: (em: Em, rule: Rule) => Promise<{ readonly ids: readonly string[]; readonly count: number }>;
}

/** A value of a fact of these, now and then none where it may be missing. */
export const valueOf = (catalogue: Catalogue) => <Value>(key: string): Arbitrary<Value> => {
  const field = catalogue.facts.get(key)!;
  const value = arbitraryValue(field, fixtureNow) as Arbitrary<Value>;
  return field.nullMeans === null ? value : (fc.option(value, { nil: null, freq: 3 }) as Arbitrary<Value>);
};

export const instantOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Tests that a list answers random rules as the domain does in memory: 25 for each fact of its own, 80 nested, 100 nested of its own alone. */
export function testRulesOfList<Thing>(noun: string, { catalogue, own, arbitrary, factsOf, store, read }: RuledList<Thing>): void {
  const things = fc.sample(arbitrary, { numRuns: 150, seed });
  const customers = fc.sample(arbitrarySubject(customerCatalogue(), { now: fixtureNow, absent: (field) => !isPresent(field as FactDefinition), sometimesAbsent: false }), { numRuns: 30, seed })
    .map(asStored).map(({ facts }): Subject => ({ facts, relations: { orders: [], activities: [], contacts: [], addresses: [] } }));
  const subjects = things.map((thing, at): Subject => ({ facts: { ...customers[at % customers.length]!.facts, ...factsOf(thing) } }));
  const ids = things.map(() => newId());
  const places = new Map(ids.map((id, at) => [id, at]));
  let database: Database;
  let em: Em;
  beforeAll(async () => {
    database = await openTestDatabase();
    em = database.em.fork();
    const customerIds = await storeSubjects(em, customers);
    const rows = things.map((thing, at) => ({ thing, id: ids[at]!, customer_id: customerIds[at % customerIds.length]! }));
    await em.transactional((inner) => store(inner as Em, rows));
    await rowsOf(em, sql`analyze`);
  });
  afterAll(() => database.close());

  const marks = (is: (at: number) => boolean): string => things.map((_, at) => (is(at) ? 't' : '-')).join('');
  const inMemory = (rule: Rule, wanted: Truth): string => marks((at) => evaluateRule(rule, subjects[at]!, fixtureNow) === wanted);
  const listed = async (rule: Rule): Promise<string> => {
    const found = await read(em, rule);
    expect([rule, found.count]).toEqual([rule, found.ids.length]);
    const there = new Set(found.ids.map((id) => places.get(id)));
    return marks((at) => there.has(at));
  };

  const leaves = own.flatMap((fact) => fc.sample(arbitraryLeaf([fact]), { numRuns: 25, seed }));
  const nested = fc.sample(arbitraryRule(catalogue, { relations: false, depth: 3 }), { numRuns: 80, seed });
  const keys = new Set(own.map(({ key }) => key));
  const ofItsOwn = { ...catalogue, facts: new Map([...catalogue.facts].filter(([key]) => keys.has(key))) };
  const mixed = fc.sample(arbitraryRule(ofItsOwn, { relations: false, depth: 3 }), { numRuns: 100, seed });

  test(`${leaves.length + nested.length + mixed.length} rules on ${things.length} ${noun} are in the list what they are in memory, true and false`, async () => {
    for (const rule of [...leaves, ...nested, ...mixed]) {
      expect({ rule, true: await listed(rule) }).toEqual({ rule, true: inMemory(rule, true) });
      expect({ rule, false: await listed({ not: rule }) }).toEqual({ rule, false: inMemory(rule, false) });
    }
  }, 120_000);

  test.each(own.map((fact) => [fact.key, fact] as const))('%s was asked every way, and answered yes, no and, where it may be missing, not at all', (key, fact) => {
    const asked = [...leaves, ...mixed].flatMap((rule) => [...leavesOf(rule)]).filter(({ leaf }) => leaf.fact === key);
    const truths = new Set(asked.flatMap(({ leaf }) => subjects.map((subject) => evaluateRule(leaf, subject, fixtureNow))));
    expect([...new Set(asked.map(({ leaf }) => leaf.is))].toSorted()).toEqual([...operatorsOf(fact.type)].toSorted());
    expect([...truths].map(String).toSorted()).toEqual(fact.nullMeans === null ? ['false', 'true'] : ['false', 'true', 'unknown']);
  });
}
