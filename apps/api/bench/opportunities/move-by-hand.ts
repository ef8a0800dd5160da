/** The stages of the measured boards, in their order. */
export const stages = ['contacted', 'understood', 'visited', 'designed', 'proposed', 'negotiated', 'agreed', 'signing'] as const;

const next = (column: string): string => {
  const all = `array[${stages.map((stage) => `'${stage}'`).join(', ')}]`;
  return `(${all})[1 + array_position(${all}, ${column}) % ${stages.length}]`;
};

/**
 * One move as a script of pgbench: what the product asks and writes, statement by statement, written by somebody who
 * needs no rights and knows the gates. Who listens is told once for many moves, after they are committed.
 */
export const moveByHand = (cards: number): string => `
\\set n random(1, ${cards})
select id, customer_id as customer from bench.movable where n = :n \\gset
begin;
select o.customer_id, f.referred_by from opportunity o join customer_facts f on f.customer_id = o.customer_id where o.id = :id::uuid;
select customer_id, next_review_at <= now() as due from customer_facts where customer_id = :customer::uuid for update;
select id, owner_id, team_id, partner_id from customer where id = :customer::uuid and deleted_at is null;
select * from opportunity where id = :id::uuid and customer_id = :customer::uuid;
select p.* from pipeline p join opportunity o on o.pipeline_id = p.id where o.id = :id::uuid;
select o.company_amount, o.expected_close_on, f.has_email, f.has_phone, f.country, (
    select min(a.due_at) from activity a where a.opportunity_id = o.id and a.deleted_at is null and a.kind = 'TASK' and a.done_at is null) as next_at
  from opportunity o join customer_facts f on f.customer_id = o.customer_id where o.id = :id::uuid;
select min(t.rank) as top from opportunity o join opportunity t on t.pipeline_id = o.pipeline_id and t.stage = ${next('o.stage')} and t.status = 'OPEN'
  where o.id = :id::uuid;
update opportunity set stage = ${next('stage')}, stage_since = now(), updated_at = now(), version = version + 1
  where id = :id::uuid and customer_id = :customer::uuid returning version;
with counted as (
    insert into timeline_counter as c (customer_id, last_no) values (:customer::uuid, 1)
    on conflict (customer_id) do update set last_no = c.last_no + 1 returning last_no
  ), queued as (insert into outbox (customer_id, event_no) select :customer::uuid, last_no from counted
  )
  insert into timeline_event (customer_id, no, id, type, occurred_at, recorded_at, actor_kind, channel, origin, payload)
  select :customer::uuid, last_no, gen_random_uuid(), 'opportunityMoved', now(), now(), 'SYSTEM', 'API', 'live', jsonb_build_object('opportunityId', :id::text)
  from counted;
with ended as (update opportunity_visit set left_at = now() where opportunity_id = :id::uuid and customer_id = :customer::uuid and left_at is null)
  insert into opportunity_visit (customer_id, opportunity_id, no, stage, entered_at)
  select :customer::uuid, :id::uuid, max(no) + 1, 'contacted', now() from opportunity_visit where opportunity_id = :id::uuid and customer_id = :customer::uuid;
commit;
`;
