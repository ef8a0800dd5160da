import { fixtureIds, fixtureNow } from '@orbita/domain/rules/rule.fixture';
import { type FactualSegment, segmentCatalogue, segmentFactCatalogue, segmentFacts } from '@orbita/domain/segments';
import fc, { type Arbitrary } from 'fast-check';
import { countSegments, listSegments } from '#segments';
import { insertRows } from '../facts/rows.fixture.ts';
import { writingAs } from '../reliability/company.fixture.ts';
import { instantOf, testRulesOfList, valueOf } from '../rules/own-facts.fixture.ts';

const now = new Date(fixtureNow);
const [me] = fixtureIds;
const viewer = { ...writingAs('administrator').viewer, userId: me! };
const catalogue = segmentCatalogue();
const value = valueOf(catalogue);

/** A segment that the viewer sees: of his own, shared, or nobody's. */
const arbitrary: Arbitrary<FactualSegment> = fc.record({
  name: value<string>('segment.name').map((text) => text.toUpperCase()), description: value<string | null>('segment.description').map((text) => text?.toUpperCase() ?? ' '),
  kind: value<FactualSegment['kind']>('segment.kind'), shared: fc.boolean(), ownerId: value<string | null>('segment.ownerId'),
  updatedAt: value<number>('segment.updatedAt'), createdAt: value<number>('segment.createdAt'),
}).map((segment) => (segment.shared || segment.ownerId === null ? segment : { ...segment, ownerId: me! }));

testRulesOfList('segments', {
  catalogue, own: segmentFactCatalogue, arbitrary, factsOf: segmentFacts,
  store: async (em, rows) => {
    await insertRows(em, 'app_user', fixtureIds.map((id) => ({ id, name: id, email: `${id}@test.example`, role: 'sales' })));
    await insertRows(em, 'segment', rows.map(({ thing, id }) => ({
      id, name: thing.name, description: thing.description, kind: thing.kind, rule: thing.kind === 'RULE' ? '{"and": []}' : null, owner_id: thing.ownerId, shared: thing.shared,
      created_at: instantOf(thing.createdAt), updated_at: instantOf(thing.updatedAt),
    })));
  },
  read: async (em, rule) => ({
    ids: (await listSegments(em, { rule }, { size: 500 }, viewer, now)).map(({ id }) => id), count: await countSegments(em, { rule }, viewer, now),
  }),
});
