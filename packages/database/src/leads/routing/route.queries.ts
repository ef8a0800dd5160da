import { type RoutablePerson, type Route, routeLead, type RoutingRule } from '@orbita/domain/leads';
import { deriveFacts, type Facts } from '@orbita/domain/facts';
import { relationsReadBy, type Rule } from '@orbita/domain/rules';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { factsOf, milliseconds } from '#facts';
import type { CustomerToWrite } from '#requests';
import { relationsOf } from '#rules';

/**
 * Whose a lead becomes: the customer's own owner, as long as he works here; else whoever the company's rules name, read
 * on what is known of the lead and of its customer.
 */
export async function route(em: Em, customer: CustomerToWrite, lead: Facts, now: Date): Promise<Route> {
  const people = await routablePeople(em);
  const owner = people.find(({ userId }) => userId === customer.ownerId);
  if (owner) return { ownerId: owner.userId, teamId: owner.teamId, because: { rule: null, how: 'OWNER', decided: [], candidates: 1 } };
  const rules = await activeRules(em);
  if (rules.length === 0) return { ownerId: null, teamId: customer.teamId, because: { rule: null, how: 'NOBODY', decided: [], candidates: 0 } };
  const facts = (await factsOf(em, [customer.id])).get(customer.id) ?? {};
  const relations = await relationsOf(em, customer.id, [...new Set(rules.flatMap(({ rule }) => [...relationsReadBy(rule)]))]);
  const routed = routeLead({ facts: { ...deriveFacts(facts, now.getTime()), ...lead }, relations }, rules, people, now.getTime());
  return { ...routed, teamId: routed.teamId ?? customer.teamId };
}

/** Those who may be given leads: who work here and may change them. */
const routablePeople = (em: Em): Promise<RoutablePerson[]> => rowsOf(em, sql<RoutablePerson>`
  select u.id as "userId", u.team_id as "teamId", true as available, null as capacity, to_json(u.skills) as skills,
    to_json(u.territories) as territories, '[]'::json as languages,
    ((select count(*) from lead l where l.owner_id = u.id and l.ended_at is null)
      + (select count(*) from opportunity o where o.owner_id = u.id and o.status = 'OPEN'))::int as load,
    (select ${milliseconds(sql`max(l.captured_at)`)} from lead l where l.owner_id = u.id) as "lastAssignedAt"
  from app_user u
  where u.active and u.partner_id is null and u.role in ('administrator', 'manager', 'sales', 'marketing', 'service')`);

interface Row {
  readonly name: string;
  readonly rule: Rule;
  readonly assignment: Omit<RoutingRule, 'name' | 'rule'>;
}

async function activeRules(em: Em): Promise<RoutingRule[]> {
  const rows = await rowsOf(em, sql<Row>`select name, rule, assignment from routing_rule where active order by position, id`);
  return rows.map(({ name, rule, assignment }) => ({ name, rule, ...assignment }));
}
