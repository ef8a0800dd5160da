/** A board as one statement that answers JSON, as somebody would write it who needs no rights and knows that nobody is hidden. */
export const boardByHand = (cards: number): string => `
  select json_agg(json_build_object('stage', s.key, 'count', coalesce(t.count, 0), 'amount', coalesce(t.amount, 0),
    'weightedAmount', coalesce(t.amount, 0) * s.probability / 100, 'cards', coalesce(c.cards, '[]')) order by s.place)::text as answer
  from pipeline p
  cross join lateral (
    select one ->> 'key' as key, (one ->> 'probability')::int as probability, place from jsonb_array_elements(p.stages) with ordinality x(one, place)) s
  left join (
    select stage, count(*), sum(company_amount) as amount from opportunity where pipeline_id = $1::uuid and status = 'OPEN' group by stage) t on t.stage = s.key
  left join lateral (
    select json_agg(json_build_object('id', o.id, 'version', o.version, 'title', o.title, 'stage', o.stage, 'stageSince', o.stage_since, 'status', o.status,
      'customerId', o.customer_id, 'customerName', o.customer, 'amount', o.amount, 'companyAmount', o.company_amount, 'currency', o.currency,
      'expectedCloseOn', o.expected_close_on, 'ownerId', o.owner_id, 'ownerName', o.owner, 'nextActivityAt', o.next_at)) as cards
    from (
      select o.*, c.name as customer, u.name as owner, (
        select min(a.due_at) from activity a where a.opportunity_id = o.id and a.deleted_at is null and a.kind = 'TASK' and a.done_at is null) as next_at
      from opportunity o join customer c on c.id = o.customer_id left join app_user u on u.id = o.owner_id
      where o.pipeline_id = $1::uuid and o.status = 'OPEN' and o.stage = s.key order by o.rank, o.id limit ${cards}) o) c on true
  where p.id = $1::uuid`;
