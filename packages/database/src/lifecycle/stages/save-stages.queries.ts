import type { Instant } from '@orbita/domain/calendar';
import { isCustomFact } from '@orbita/domain/custom-fields';
import { factDefinition } from '@orbita/domain/facts';
import type { Because } from '@orbita/domain/lifecycle';
import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';
import { clockPart, type FactsTable, instant, stageFlips } from '#facts';
import { type Actor, appendEvents, type TimelineEvent } from '#timeline';
import type { Standing } from './standing.queries.ts';

/** One move of a customer in a model; `from` is null when he is judged for the first time. */
export interface StageChange {
  readonly customerId: string;
  readonly model: string;
  readonly from: string | null;
  readonly to: string;
  readonly at: Instant;
  readonly because: Because;
  /** The rules of the model by which he was judged. */
  readonly rules: number;
  /** Whether an edit of the model moved him, not something that happened. */
  readonly edited: boolean;
}

const iso = (at: Instant): string => new Date(at).toISOString();

/** Writes moves, those of one customer and model in their order: where he stands, the visits of stages, and the events. */
export async function saveStages(em: Em, changes: readonly StageChange[], actor: Actor, now: Date, table?: FactsTable): Promise<void> {
  if (changes.length === 0) return;
  const kept = changes.map((change) => ({ ...change, because: withoutPersonal(change.because) }));
  await writeVisits(em, kept);
  await writeStanding(em, kept, now, table);
  await appendEvents(em, eventsOf(kept), actor, now);
}

const keyOf = ({ customerId, model }: StageChange): string => `${customerId} ${model}`;

/** Of one who stood nowhere nothing ends: asked all the same, a first load of thousands would look each up among all. */
async function writeVisits(em: Em, changes: readonly StageChange[]): Promise<void> {
  const inModel = Map.groupBy(changes, keyOf);
  const rows = [...inModel.values()].flatMap((moves) => moves.map(({ customerId, model, from, to, at, because }, index) => ({
    customerId, model, place: index + 1, stood: from !== null, stage: to, enteredAt: iso(at),
    leftAt: moves[index + 1] ? iso(moves[index + 1]!.at) : null, because: JSON.stringify(because),
  })));
  const all = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((row) => row[key]);
  const customerIds = [...new Set(all('customerId'))];
  await run(em, sql`
    with moved as materialized (
      select * from unnest(${all('customerId')}::uuid[], ${all('model')}::text[], ${all('place')}::int[], ${all('stood')}::boolean[], ${all('stage')}::text[],
        ${all('enteredAt')}::timestamptz[], ${all('leftAt')}::timestamptz[], ${all('because')}::jsonb[])
        r(customer_id, model, place, stood, stage, entered_at, left_at, because)
    ), latest as materialized (
      select customer_id, model, max(no) as no from stage_visit where customer_id = any(${customerIds}::uuid[]) group by customer_id, model
    ), ended as (
      update stage_visit v set left_at = m.entered_at from moved m
      where m.place = 1 and m.stood and v.customer_id = m.customer_id and v.model = m.model and v.left_at is null
    )
    insert into stage_visit (customer_id, model, no, stage, entered_at, left_at, because)
    select m.customer_id, m.model, m.place + coalesce(l.no, 0), m.stage, m.entered_at, m.left_at, m.because
    from moved m left join latest l using (customer_id, model)`);
}

/** Notes that an edit of a model left these customers where they were. */
export function confirmStages(em: Em, confirmed: readonly (StageChange & { readonly standing: Standing })[], now: Date, table?: FactsTable): Promise<void> {
  return mergeStages(em, confirmed.map(({ customerId, model, standing, rules }) => [customerId, model, { ...standing, rules }]), now, table);
}

const writeStanding = (em: Em, changes: readonly StageChange[], now: Date, table?: FactsTable): Promise<void> => mergeStages(em,
  changes.map(({ customerId, model, from, to, at, rules }) => [customerId, model, { stage: to, since: iso(at), previous: from, rules }]), now, table);

/** Writes where they stand, and brings their next review forward to when time alone may flip a predicate over it. */
async function mergeStages(em: Em, standings: readonly (readonly [customerId: string, model: string, standing: Standing])[], now: Date, table: FactsTable = 'customer_facts'): Promise<void> {
  if (standings.length === 0) return;
  const byCustomer = Map.groupBy(standings, ([customerId]) => customerId);
  const rows = [...byCustomer].map(([id, some]) => ({ id, stages: Object.fromEntries(some.map(([, model, standing]) => [model, standing])) }));
  await run(em, sql`
    with ${clockPart}, standing as materialized (
      select f.customer_id, f.stages || r.stages as stages
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, stages jsonb) join ${sql.ref(table)} f on f.customer_id = r.id
    )
    update ${sql.ref(table)} f set stages = s.stages,
      next_review_at = least(f.next_review_at, (select min(at) from (${stageFlips('s')}) flip(at) where at > ${instant(now)}))
    from standing s where f.customer_id = s.customer_id`);
}

/** What changed of one customer at one instant, for one cause, is one event. */
function eventsOf(changes: readonly StageChange[]): TimelineEvent[] {
  const together = Map.groupBy(changes, ({ customerId, at, edited }) => `${customerId} ${at} ${edited}`);
  return [...together.values()].map((some) => {
    const { customerId, at, edited } = some[0]!;
    const moves = some.map(({ model, from, to, because }) => ({ model, from, to, because }));
    return {
      customerId, type: 'stageChanged', occurredAt: new Date(at),
      payload: { changes: moves, ...(edited ? { cause: 'MODEL_EDITED' } : {}) },
    };
  });
}

// Everybody reads what somebody is called and how he is tagged, and yet it is his own.
const ownTexts: readonly string[] = ['name', 'tags'];

const tellsOfPerson = (fact: string): boolean => isCustomFact(fact) || ownTexts.includes(fact) || factDefinition(fact)?.mark === 'personal';

/** The reasons without values of personal facts: those would outlive the person. */
const withoutPersonal = (because: Because): Because => because === 'always' ? because
  : because.map((reason) => ('fact' in reason.rule && tellsOfPerson(reason.rule.fact) ? { ...reason, value: undefined } : reason));

/** Where a customer stands, and up to which of his visits that goes. */
export interface KeptStanding {
  readonly stages: Readonly<Record<string, Standing>>;
  readonly visits: Readonly<Record<string, number>>;
}

export async function standingOf(em: Em, customerId: string): Promise<KeptStanding> {
  const [row] = await rowsOf(em, sql<KeptStanding>`
    select f.stages, coalesce((
      select jsonb_object_agg(v.model, v.no) from (select model, max(no) as no from stage_visit where customer_id = f.customer_id group by model) v), '{}') as visits
    from customer_facts f where f.customer_id = ${customerId}::uuid`);
  return row ?? { stages: {}, visits: {} };
}

/** He stands again where he stood: what came in between is told by the events alone. He is to be judged anew. */
export async function standAgain(em: Em, customerId: string, { stages, visits }: KeptStanding): Promise<void> {
  await run(em, sql`
    with kept as (select key as model, value::int as no from jsonb_each_text(${JSON.stringify(visits)}::jsonb)), gone as (
      delete from stage_visit v where v.customer_id = ${customerId}::uuid
        and v.no > coalesce((select k.no from kept k where k.model = v.model), 0)
    ), standing as (
      update stage_visit v set left_at = null from kept k
      where v.customer_id = ${customerId}::uuid and v.model = k.model and v.no = k.no and jsonb_exists(${JSON.stringify(stages)}::jsonb, v.model)
    )
    update customer_facts set stages = ${JSON.stringify(stages)}::jsonb where customer_id = ${customerId}::uuid`);
}
