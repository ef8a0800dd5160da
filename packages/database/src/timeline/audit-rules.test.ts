import { fixtureIds, fixtureNow } from '@orbita/domain/rules/rule.fixture';
import { auditCatalogue, auditFactCatalogue, auditFacts, eventGroups, type FactualEvent } from '@orbita/domain/timeline';
import fc, { type Arbitrary } from 'fast-check';
import { newId } from '#connection';
import { auditTrail } from '#timeline';
import { insertRows } from '../facts/rows.fixture.ts';
import { writingAs } from '../reliability/company.fixture.ts';
import { instantOf, testRulesOfList, valueOf } from '../rules/own-facts.fixture.ts';

const now = new Date(fixtureNow);
const { viewer } = writingAs('administrator');
const catalogue = auditCatalogue();
const value = valueOf(catalogue);

/** An event of any kind, of every group and of none. */
const arbitrary: Arbitrary<FactualEvent> = fc.record({
  type: fc.oneof(value<string>('audit.type'), fc.constantFrom(...Object.values(eventGroups).map(([first]) => first))), actorId: value<string | null>('audit.actorId'),
  actorKind: value<FactualEvent['actorKind']>('audit.actorKind'), channel: value<FactualEvent['channel']>('audit.channel'), origin: value<FactualEvent['origin']>('audit.origin'),
  customerId: value<string | null>('audit.customerId'), recordedAt: value<number>('audit.recordedAt'), occurredAt: value<number>('audit.occurredAt'),
});

testRulesOfList('events', {
  catalogue, own: auditFactCatalogue, arbitrary, factsOf: auditFacts,
  store: async (em, rows) => {
    const company = newId();
    await insertRows(em, 'customer', fixtureIds.map((id) => ({ id, kind: 'PERSON', name: 'x', name_key: 'x', customer_since: now, created_at: now, updated_at: now })));
    await insertRows(em, 'timeline_event', rows.map(({ thing, id }, at) => ({
      id, customer_id: thing.customerId ?? company, no: at + 1, type: thing.type, occurred_at: instantOf(thing.occurredAt), recorded_at: instantOf(thing.recordedAt),
      actor_id: thing.actorId, actor_kind: thing.actorKind, channel: thing.channel, origin: thing.origin, payload: '{}',
    })));
  },
  read: async (em, rule) => {
    const ids = (await auditTrail(em, { rule, size: 500 }, viewer, now)).map(({ id }) => id);
    return { ids, count: ids.length };
  },
});
