import { mayReadField, scopeOf, type Viewer } from '@orbita/domain/access';
import { type CustomEntity, type CustomField, customFacts, type CustomFieldType, customFieldTypes } from '@orbita/domain/custom-fields';
import { customFact, type FactDefinition, type FactType, type FieldDefinition, isPresent } from '@orbita/domain/facts';
import { customerCatalogue, evaluateRule, fieldNamed, leavesOf, maskSubject, type Operator, operatorsOf, type RelationName, type Rule, type Subject, type Truth } from '@orbita/domain/rules';
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
const fieldsOf = (entity: CustomEntity, hidden: CustomFieldType) => customFieldTypes.map((type): CustomField => ({
  entity, name: `my${type.toLowerCase()}`, type, label: { en: type, es: type }, decimals: 0, required: false, requiredAtStages: [],
  options: type.startsWith('CHOICE') ? options : [], readers: type === hidden ? ['administrator', 'sales'] : null,
}));
/** Of the customer, and of the lead that the rule may be about. */
const fields = [...fieldsOf('CUSTOMER', 'CHOICES'), ...fieldsOf('LEAD', 'CHOICES')];
/** Of his contacts the same by name, with other values; one of them nobody defined. */
const ofContacts = fieldsOf('CONTACT', 'NUMBER');
const goneOfContacts = { ...customFact({ name: 'gone', type: 'text', label: { en: 'gone', es: 'gone' } }), key: 'contacts.custom.gone' };
const catalogue = customerCatalogue([...deleted, ...customFacts([...fields, ...ofContacts]), goneOfContacts]);
const absent = (field: unknown) => !isPresent(field as FactDefinition) || deletedKeys.has((field as FactDefinition).key);
const subjects = fc.sample(arbitrarySubject(catalogue, { now: fixtureNow, absent, sometimesAbsent: false }), { numRuns: rows, seed }).map(asStored).map(withoutGone);
function withoutGone({ facts, relations }: Subject): Subject {
  return { facts, relations: { ...relations, contacts: (relations?.contacts ?? []).map(({ 'custom.gone': _, ...row }) => row) } };
}
const leavesOfType = (type: FactType): Rule[] =>
  fc.sample(arbitraryLeaf([...catalogue.facts.values()].filter((fact) => fact.type === type && !fact.displayOnly)), { numRuns: 60, seed });
const sampleOf = (field: FieldDefinition): Rule[] => fc.sample(arbitraryLeaf([field]), { numRuns: 40, seed });
const contactRules = catalogue.relations.contacts.fields.filter(({ key }) => key.startsWith('custom.'))
  .flatMap((field) => sampleOf(field).map((where, at): Rule => (at % 2 === 0 ? { some: 'contacts', where } : { none: 'contacts', where })));
const rules = [...fc.sample(arbitraryRule(catalogue), { numRuns: 1600, seed }), ...types.flatMap(leavesOfType), ...[...customFacts(fields), ...deleted].flatMap(sampleOf), ...contactRules];

let database: Database;
let em: Em;
const [ownerId = ''] = fixtureIds;
beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  await storeSubjects(em, subjects, [...fields, ...ofContacts]);
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
  const seen = subjects.map((subject): Subject => {
    const masked = maskSubject(subject, (key) => !mayReadField(role, fieldNamed(catalogue, key) ?? {}));
    const { facts } = subject;
    const reach = { all: true, none: false, own: facts['ownerId'] === viewer.userId, team: facts['ownerId'] === viewer.userId, partner: facts['partnerId'] === viewer.partnerId };
    const sees = (name: RelationName) => reach[scopeOf(role, 'customer', 'read')] && reach[scopeOf(role, nouns[name], 'read')];
    return { facts: masked.facts, relations: Object.fromEntries(Object.entries(masked.relations ?? {}).filter(([name]) => sees(name as RelationName))) };
  });
  const some = [...rules.slice(0, 150), ...contactRules.filter((_, at) => at % 4 === 0)];
  const answers = await inSql(some, viewer);
  for (const [index, rule] of some.entries()) expect({ rule, truth: answers[index]?.truth }).toEqual({ rule, truth: inMemory(rule, seen) });
});

test('fields of the company of every type were asked, and answered in each of the three values', () => {
  const asked = [...customFacts([...fields, ...ofContacts]), goneOfContacts];
  const met = new Map(asked.map(({ key }) => [key, { truths: new Set<Truth>(), operators: new Set<Operator>() }]));
  for (const rule of rules.slice(1600)) {
    const [{ leaf, relation } = {}] = leavesOf(rule);
    const seen = leaf && met.get(relation ? `${relation}.${leaf.fact}` : leaf.fact);
    seen?.operators.add(leaf!.is);
    for (const subject of seen ? subjects : []) seen?.truths.add(evaluateRule(rule, subject, fixtureNow));
  }
  print([...met].toSorted().map(([fact, { truths, operators }]) => `${fact.padEnd(28)} ${[...truths].map(String).toSorted().join(' ')}  ${[...operators].toSorted().join(' ')}`));
  expect([...met].filter(([, { truths }]) => truths.size < 3)).toEqual([]);
  for (const { key, type } of asked) expect([key, ...met.get(key)!.operators].toSorted()).toEqual([key, ...operatorsOf(type)].toSorted());
});

test('the rules met every predicate on every type, state and outcome that can arise', () => {
  const coverage = coverageOf(catalogue);
  for (const rule of rules) for (const subject of subjects.slice(0, 80)) coverage.tally(rule, subject, fixtureNow);
  print([...coverage.counts].toSorted().map(([cell, met]) => `${cell.padEnd(40)} ${met}`));
  expect(coverage.missing()).toEqual([]);
});
