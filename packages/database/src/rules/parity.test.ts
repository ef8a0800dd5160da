import { mayReadField, scopeOf, type Viewer } from '@orbita/domain/access';
import { type CustomEntity, type CustomField, customFactKey, customFacts, customFieldTypes } from '@orbita/domain/custom-fields';
import { customFact, type FactDefinition, type FactType, isPresent } from '@orbita/domain/facts';
import { customerCatalogue, evaluateRule, maskSubject, type RelationName, type Rule, type Subject, type Truth } from '@orbita/domain/rules';
import { arbitraryLeaf, arbitraryRule, arbitrarySubject, coverageOf, fixtureIds, fixtureNow } from '@orbita/domain/rules/rule.fixture';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, rowsOf } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '../testing/index.ts';
import { compileRule, whereRule } from './index.ts';
import { asStored, storeSubjects } from './subjects.fixture.ts';

const rows = 400;
const seed = 20_260_315;
const reading = { alias: 'f', now: new Date(fixtureNow), ownCustom: { entity: 'LEAD', values: sql`l.custom_compared` } } as const;
const types: readonly FactType[] = ['integer', 'enum', 'instant', 'boolean', 'set', 'id', 'text'];
/** Fields of the company that nobody defined here: absent from every row. */
const deleted = types.map((type) => ({ ...customFact({ name: type, type, label: { en: type, es: type } }), nullMeans: null }));
const deletedKeys = new Set(deleted.map(({ key }) => key));
/** One of every type, in use; what holds several options is for some roles only. */
const options = ['GOLD', 'SILVER', "it's_50%"].map((value) => ({ value, label: { en: value, es: value }, archived: false }));
const ofEveryType = (entity: CustomEntity) => customFieldTypes.map((type): CustomField => ({
  entity, name: `my${type.toLowerCase()}`, type, label: { en: type, es: type }, decimals: 0, required: false, requiredAtStages: [],
  options: type.startsWith('CHOICE') ? options : [], readers: type === 'CHOICES' ? ['administrator', 'sales'] : null,
}));
/** Of the customer, and of the lead that the rule may be about. */
const fields = [...ofEveryType('CUSTOMER'), ...ofEveryType('LEAD')];
const catalogue = customerCatalogue([...deleted, ...customFacts(fields)]);
const absent = (field: unknown) => !isPresent(field as FactDefinition) || deletedKeys.has((field as FactDefinition).key);
const subjects = fc.sample(arbitrarySubject(catalogue, { now: fixtureNow, absent, sometimesAbsent: false }), { numRuns: rows, seed }).map(asStored);
const leavesOfType = (type: FactType): Rule[] =>
  fc.sample(arbitraryLeaf([...catalogue.facts.values()].filter((fact) => fact.type === type && !fact.displayOnly)), { numRuns: 60, seed });
const rules = [...fc.sample(arbitraryRule(catalogue), { numRuns: 1600, seed }), ...types.flatMap(leavesOfType), ...[...customFacts(fields), ...deleted].flatMap((fact) => fc.sample(arbitraryLeaf([fact]), { numRuns: 40, seed }))];

let database: Database;
let em: Em;
const [ownerId = ''] = fixtureIds;
beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  await storeSubjects(em, subjects, fields);
  await rowsOf(em, sql`analyze`);
});
afterAll(() => database.close());

const print = (lines: readonly string[]): void => { process.stdout.write(`${lines.join('\n')}\n`); };
const letter = (truth: Truth): string => (truth === 'unknown' ? 'u' : truth ? 't' : 'f');
const inMemory = (rule: Rule, all: readonly Subject[] = subjects): string => all.map((subject) => letter(evaluateRule(rule, subject, fixtureNow))).join('');

/** The truth of each rule on every row, a letter a row; and where the condition for WHERE is true. */
async function inSql(some: readonly Rule[], viewer?: Viewer): Promise<{ truth: string; where: string | null }[]> {
  const columns = some.flatMap((rule, index) => [
    sql`string_agg(coalesce(left((${compileRule(rule, { ...reading, catalogue, viewer })})::text, 1), 'u'), '' order by f.customer_id) as ${sql.ref(`truth${index}`)}`,
    index % 2 === 1 ? sql`null as ${sql.ref(`where${index}`)}` : sql`string_agg(case when ${whereRule(rule, { ...reading, catalogue, viewer })} then 't' else '-' end, '' order by f.customer_id) as ${sql.ref(`where${index}`)}`]);
  const [row] = await em.transactional(async (inner) => {
    // Compiling the machine code of so many conditions takes PostgreSQL longer than evaluating them.
    await rowsOf(inner as Em, sql`set local jit = off`);
    return rowsOf(inner as Em, sql<Record<string, string>>`select ${sql.join(columns)} from customer_facts f join lead l on l.customer_id = f.customer_id`);
  });
  return some.map((_, index) => ({ truth: row?.[`truth${index}`] ?? '', where: row?.[`where${index}`] ?? null }));
}

test(`${rules.length} rules on ${rows} rows are in SQL what they are in memory, in three values`, async () => {
  const tally = new Map<string, number>();
  for (let start = 0; start < rules.length; start += 20) {
    const some = rules.slice(start, start + 20);
    const answers = await inSql(some);
    for (const [index, rule] of some.entries()) {
      const expected = inMemory(rule);
      expect({ rule, truth: answers[index]?.truth }).toEqual({ rule, truth: expected });
      expect({ rule, where: answers[index]?.where }).toEqual({ rule, where: index % 2 === 1 ? null : expected.replaceAll(/[fu]/g, '-') });
      for (const one of expected) tally.set(one, (tally.get(one) ?? 0) + 1);
    }
  }
  print([...tally].map(([truth, pairs]) => `pairs ${truth}: ${pairs}`));
  expect([...tally.keys()].toSorted()).toEqual(['f', 't', 'u']);
}, 120_000);

test.each(['warehouse', 'analyst', 'sales', 'partner'] as const)('what a viewer may not read is unknown to him: %s', async (role) => {
  const viewer: Viewer = { userId: ownerId, role, teamId: null, partnerId: ownerId, language: 'en' };
  const nouns: Record<RelationName, 'order' | 'activity' | 'contact' | 'customer'> = {
    orders: 'order', activities: 'activity', contacts: 'contact', addresses: 'customer' };
  const fieldOf = (key: string) => catalogue.facts.get(key)
    ?? catalogue.relations[key.split('.')[0] as RelationName].fields.find((field) => field.key === key.split('.')[1]);
  const seen = subjects.map((subject): Subject => {
    const masked = maskSubject(subject, (key) => !mayReadField(role, fieldOf(key) ?? {}));
    const { facts } = subject;
    const reach = { all: true, none: false, own: facts['ownerId'] === viewer.userId, team: facts['ownerId'] === viewer.userId, partner: facts['partnerId'] === viewer.partnerId };
    const sees = (name: RelationName) => reach[scopeOf(role, 'customer', 'read')] && reach[scopeOf(role, nouns[name], 'read')];
    return { facts: masked.facts, relations: Object.fromEntries(Object.entries(masked.relations ?? {}).filter(([name]) => sees(name as RelationName))) };
  });
  const some = rules.slice(0, 150);
  const answers = await inSql(some, viewer);
  for (const [index, rule] of some.entries()) expect({ rule, truth: answers[index]?.truth }).toEqual({ rule, truth: inMemory(rule, seen) });
});

test('fields of the company of every type were asked, and answered in each of the three values', () => {
  const met = new Map<string, Set<Truth>>();
  for (const rule of rules.slice(1600)) {
    if (!('fact' in rule) || !/^(lead\.)?custom\.my/.test(rule.fact)) continue;
    const seen = met.get(rule.fact) ?? new Set();
    met.set(rule.fact, seen);
    for (const subject of subjects) seen.add(evaluateRule(rule, subject, fixtureNow));
  }
  print([...met].toSorted().map(([fact, seen]) => `${fact.padEnd(20)} ${[...seen].map(String).toSorted().join(' ')}`));
  expect([...met.keys()].toSorted()).toEqual(fields.map(customFactKey).toSorted());
  expect([...met.values()].every((seen) => seen.size === 3)).toBe(true);
});

test('the rules met every predicate on every type, state and outcome that can arise', () => {
  const coverage = coverageOf(catalogue);
  for (const rule of rules) for (const subject of subjects.slice(0, 80)) coverage.tally(rule, subject, fixtureNow);
  print([...coverage.counts].toSorted().map(([cell, met]) => `${cell.padEnd(40)} ${met}`));
  expect(coverage.missing()).toEqual([]);
});
