import type { Rule } from '@orbita/domain/rules';

interface Benched {
  readonly name: string;
  readonly rule: Rule;
  /** The condition that somebody who knows the tables would write by hand; `now()` is the instant. */
  readonly byHand: string;
}

/** Six rules as companies have them: from a quarter of all customers to a handful, over facts and over related rows. */
export const rules: readonly Benched[] = [
  { name: 'bought in the last 90 days', rule: { fact: 'lastOrderAt', is: 'daysSince', compare: 'le', days: 90 },
    byHand: `f.last_order_at > now() - interval '91 days' and f.last_order_at <= now() + interval '1 day'` },
  { name: 'silent, bought well', rule: { and: [{ fact: 'alarmAt', is: 'reached' }, { fact: 'revenue12m', is: 'ge', value: 50_000 }] },
    byHand: `f.alarm_at <= now() and f.revenue12m >= 50000` },
  { name: 'organisations of three cities without an owner', rule: { and: [
    { fact: 'kind', is: 'eq', value: 'ORGANISATION' }, { fact: 'city', is: 'in', values: ['madrid', 'malaga', 'leon'] },
    { not: { fact: 'ownerId', is: 'isSet' } }] },
    byHand: `f.kind = 'ORGANISATION' and f.city_key in ('madrid', 'malaga', 'leon') and f.owner_id is null` },
  { name: 'may be written to, top tier', rule: { and: [
    { fact: 'consentEmail', is: 'eq', value: 'GRANTED' }, { fact: 'hasEmail', is: 'eq', value: true }, { fact: 'valueTier', is: 'in', values: ['A', 'B'] }] },
    byHand: `f.consent_email = 'GRANTED' and f.has_email and f.value_tier in ('A', 'B')` },
  { name: 'tagged, or five orders and none this year', rule: { or: [
    { fact: 'tags', is: 'contains', value: 'mayorista' },
    { and: [{ fact: 'ordersCount', is: 'ge', value: 5 }, { fact: 'orders12m', is: 'eq', value: 0 }] }] },
    byHand: `f.tags @> array['mayorista'] or (f.orders_count >= 5 and f.orders12m = 0)` },
  { name: 'a large order by telephone', rule: { some: 'orders', where: { and: [
    { fact: 'channel', is: 'eq', value: 'PHONE' }, { fact: 'amount', is: 'ge', value: 40_000 }] } },
    byHand: `exists (select from sales_order o where o.customer_id = f.customer_id and o.cancelled_at is null and not o.returned_whole
      and o.channel = 'PHONE' and o.company_amount - o.company_returned >= 40000)` },
];
