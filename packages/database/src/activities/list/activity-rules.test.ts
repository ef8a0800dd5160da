import { activityCatalogue, activityFactCatalogue, activityFacts, type FactualActivity } from '@orbita/domain/activities';
import { fixtureIds, fixtureNow } from '@orbita/domain/rules/rule.fixture';
import fc, { type Arbitrary } from 'fast-check';
import { countActivities, listActivities } from '#activities';
import { insertRows } from '../../facts/rows.fixture.ts';
import { writingAs } from '../../reliability/company.fixture.ts';
import { instantOf, testRulesOfList, valueOf } from '../../rules/own-facts.fixture.ts';

const now = new Date(fixtureNow);
const { viewer } = writingAs('administrator');
const catalogue = activityCatalogue();
const value = valueOf(catalogue);

/** An activity of any kind; numbers and instants beside those that rules compare with. */
const arbitrary: Arbitrary<FactualActivity> = fc.record({
  kind: value<FactualActivity['kind']>('activity.kind'), direction: value<FactualActivity['direction']>('activity.direction'),
  subject: value<string | null>('activity.subject').map((text) => text?.toUpperCase() ?? ' '), occurredAt: value<number>('activity.occurredAt'),
  durationMinutes: value<number | null>('activity.durationMinutes'), authorId: value<string | null>('activity.authorId'), mentions: value<readonly string[]>('activity.mentionIds'),
  assigneeId: value<string | null>('activity.assigneeId'), dueAt: value<number | null>('activity.dueAt'), doneAt: value<number | null>('activity.doneAt'),
  opportunityId: fc.option(fc.constantFrom(...fixtureIds), { nil: null }),
});

testRulesOfList('activities', {
  catalogue, own: activityFactCatalogue, arbitrary, factsOf: activityFacts,
  store: async (em, rows) => {
    await insertRows(em, 'app_user', fixtureIds.map((id) => ({ id, name: id, email: `${id}@test.example`, role: 'sales' })));
    await insertRows(em, 'activity', rows.map(({ thing, id, customer_id }) => ({
      id, customer_id, kind: thing.kind, direction: thing.direction, subject: thing.subject, occurred_at: instantOf(thing.occurredAt), duration_minutes: thing.durationMinutes,
      author_id: thing.authorId, mentions: [...thing.mentions], assignee_id: thing.assigneeId, due_at: instantOf(thing.dueAt), done_at: instantOf(thing.doneAt),
      opportunity_id: thing.opportunityId, created_at: now, updated_at: now,
    })));
  },
  read: async (em, rule) => ({
    ids: (await listActivities(em, { rule }, { size: 500 }, viewer, now)).map(({ id }) => id), count: await countActivities(em, { rule }, viewer, now),
  }),
});
