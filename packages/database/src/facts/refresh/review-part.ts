import { factCatalogue, isPresent } from '@orbita/domain/facts';
import { type RawBuilder, sql } from 'kysely';
import { customInstantOf } from '../custom-column.ts';
import { stageSinceOf } from '../stage-column.ts';
import { days } from './moment.ts';

/** The stored instants that flip nothing but the facts' own meaning: each is told when it comes. */
const ownFlips = ['next_offer_at', 'expected_next_order_at', 'alarm_at', 'lapses_at', 'response_due_at', 'nurture_until'] as const;

export const columnOf = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const instants = factCatalogue.filter((fact) => fact.type === 'instant' && isPresent(fact) && !fact.derived && !fact.key.includes('.'));

const itIsAClock = '@.is == "reached" || @.is == "daysSince" || @.is == "daysUntil"';
const clocksWithin = sql.lit(`strict $.** ? (${itIsAClock})`);
const relationsWithin = sql.lit('strict $.** ? (exists (@.some) || exists (@.none))');

/**
 * `clock_predicate`: every predicate of the rules of segments and of lifecycle stages that time alone can flip, `days` null
 * for *reached*; `relation` says whose rows it is about when it stands inside `some` or `none`.
 */
export const clockPart: RawBuilder<unknown> = sql`
  clock_predicate as materialized (
    select distinct found.relation, found.p ->> 'fact' as fact, found.p ->> 'is' as operator, (found.p ->> 'days')::numeric::bigint as days
    from (
      select rule from segment where kind = 'RULE' and deleted_at is null
      union all
      select stages from lifecycle_model where active
    ) asked cross join lateral (
      select null as relation, p from jsonb_path_query(asked.rule, ${clocksWithin}) p
      union all
      select coalesce(r ->> 'some', r ->> 'none'), p
      from jsonb_path_query(asked.rule, ${relationsWithin}) r, jsonb_path_query(r -> 'where', ${clocksWithin}) p) found
  )`;

/** The instants of related rows that a rule can read. */
export const rowInstants = [
  { relation: 'orders', field: 'placedAt', table: sql`sales_order`, at: sql`r.placed_at` },
  { relation: 'activities', field: 'occurredAt', table: sql`activity`, at: sql`r.occurred_at` },
] as const;

/**
 * The earliest instant after `since` at which time alone could change anything of the row `alias`: an instant of the
 * purchase clock, a predicate of a segment, a date that leaves a window (`windowMovesOn`, at its local midnight) or
 * another instant at which a row begins or ceases to count.
 */
export function nextReview(
  alias: string, since: RawBuilder<unknown>, zone: string, windowMovesOn: RawBuilder<unknown>, others: readonly RawBuilder<unknown>[],
): RawBuilder<Date | null> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const own = [...ownFlips.map(column), ...others, midnightOf(windowMovesOn, zone)];
  return sql<Date | null>`(
    select min(at) from (
      select at from unnest(array[${sql.join(own)}]) at
      union all
      ${segmentFlips(alias)}
    ) candidate where at > ${since})`;
}

/** The instants at which predicates of segments and stages over the row, or over rows that are his, may flip (LIFECYCLE §0.2). */
export function segmentFlips(alias: string): RawBuilder<unknown> {
  // A choice among the columns, and not a list of them to look through, which takes ten times as long for each customer.
  const known = instants.map(({ key }) => sql`when ${sql.lit(key)} then ${sql.ref(`${alias}.${columnOf(key)}`)}`);
  const customerId = sql.ref(`${alias}.customer_id`);
  // Rows that count no longer are reviewed as well: that is harmless, and simpler than to know which count.
  const his = sql`r.customer_id = any(array(
      select ${customerId} union all select m.id from customer m where m.merged_into = ${customerId}))`;
  const related = rowInstants.map(({ relation, field, table, at }) => sql`
    union all
    select ${at} from ${table} r where p.relation = ${sql.lit(relation)} and p.fact = ${sql.lit(field)} and ${his}`);
  related.push(sql`
    union all
    select ${customInstantOf(sql`r.custom_compared`, sql`p.fact`)} from contact r where p.relation = 'contacts' and p.fact like 'custom.%' and ${his}`);
  return sql`
    select flip.at from clock_predicate p
    cross join lateral (
      select case p.fact ${sql.join(known, sql` `)} end as at where p.relation is null
      union all
      select ${stageSinceOf(alias, sql`p.fact`)} where p.fact like 'stageSince.%'
      union all
      select ${customInstantOf(sql.ref(`${alias}.custom`), sql`p.fact`)} where p.fact like 'custom.%' and p.relation is null
      ${sql.join(related, sql` `)}) i
    cross join lateral ${flipsOf(sql`i.at`)} flip(at)
    where i.at is not null`;
}

/** Of those only the ones that follow from when the row entered its stages. */
export const stageFlips = (alias: string): RawBuilder<unknown> => sql`
  select flip.at from clock_predicate p cross join lateral ${flipsOf(stageSinceOf(alias, sql`p.fact`))} flip(at)
  where p.fact like 'stageSince.%' and p.relation is null`;

/** When the predicate `p` over this instant begins or ceases to hold. */
const flipsOf = (at: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  unnest(array[
    case p.operator when 'reached' then ${at} when 'daysSince' then ${at} + ${days(sql`p.days`)}
      else ${at} - ${days(sql`p.days`)} + interval '1 millisecond' end,
    case p.operator when 'daysSince' then ${at} + ${days(sql`p.days + 1`)}
      when 'daysUntil' then ${at} - ${days(sql`p.days + 1`)} + interval '1 millisecond' end])`;

/** The first instant of a local date. Where clocks fall back over midnight it comes twice, and PostgreSQL takes the second. */
export function midnightOf(day: RawBuilder<unknown>, zone: string): RawBuilder<Date> {
  const midnight = sql`((${day})::timestamp at time zone ${zone})`;
  const earlier = sql`(${midnight} - interval '1 hour')`;
  return sql<Date>`case when (${earlier} at time zone ${zone})::date = ${day} then ${earlier} else ${midnight} end`;
}
