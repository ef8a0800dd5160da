import type { Facts } from '@orbita/domain/facts';
import { sql } from 'kysely';
import { createCustomer, recordDeparture, setReferrer, withdrawDeparture } from '#customers';
import type { Database } from '#database';
import { newId, rowsOf } from '#connection';
import { factsOf } from '#facts';
import { captureLead, disqualifyLead, qualifyLead, recycleLead, workLead } from '#leads';
import { activeModels } from '#lifecycle';
import { loseOpportunity, openOpportunity, winOpportunity } from '#opportunities';
import { cancelOrder, markOrderDelivered, markOrderSettled, placeOrder, returnGoods, terminateContract } from '#orders';
import { at } from '../facts/rows.fixture.ts';
import { ToldCompany } from './told-company.fixture.ts';

interface Sold {
  readonly tracked?: boolean;
  readonly contractEndsAt?: string;
  readonly amount?: string;
}

const what = ({ amount = '10.00' }: Sold) => [{ description: 'p', quantity: '1', unitPrice: amount }];
const until = ({ contractEndsAt }: Sold) => (contractEndsAt ? { contractEndsAt: at(contractEndsAt) } : {});

/** Lives told in a company, event by event, through the real writes; and how whoever lived them stands. */
export class Story extends ToldCompany {
  static async begin(database: Database): Promise<Story> {
    const story = new Story(database);
    await story.make();
    return story;
  }

  customer(day: string): Promise<string> {
    return this.write(day, (em, writing) => createCustomer(em, { kind: 'ORGANISATION', name: `Life ${newId()}` }, writing));
  }

  lead(day: string, customerId: string, referrerId?: string): Promise<string> {
    return this.write(day, (em, writing) => captureLead(em, { channel: 'WEB_FORM', customerId, referrerId }, writing));
  }

  worked(day: string, id: string): Promise<string> {
    return this.change(day, 'lead', id, workLead);
  }

  recycled(day: string, id: string, rests: string): Promise<string> {
    return this.change(day, 'lead', id, (em, held, writing) => recycleLead(em, { ...held, until: at(rests) }, writing));
  }

  disqualified(day: string, id: string): Promise<string> {
    return this.change(day, 'lead', id, (em, held, writing) => disqualifyLead(em, { ...held, reason: 'NO_BUDGET' }, writing));
  }

  /** Answers the opportunity that the lead became, with what the gates of its pipeline ask for. */
  async qualified(day: string, id: string): Promise<string> {
    const qualification = { need: { answer: 'YES' }, budget: { amount: 1000 }, timing: { by: '2026-01-01' } } as const;
    await this.change(day, 'lead', id, (em, held, writing) => qualifyLead(em, { ...held, qualification, title: 'p' }, writing));
    const [lead] = await rowsOf(this.database.em.fork(), sql<{ opportunityId: string }>`
      select opportunity_id as "opportunityId" from lead where id = ${id}::uuid`);
    return lead!.opportunityId;
  }

  opportunity(day: string, customerId: string, also: { line?: string; renews?: string } = {}): Promise<string> {
    const { line = 'L1', renews } = also;
    return this.write(day, (em, writing) => openOpportunity(em, {
      customerId, title: 'p', amount: 1000, expectedCloseOn: '2026-01-01', lineId: this.lines.get(line), renews,
    }, writing));
  }

  /** Answers the order that it became. */
  async won(day: string, id: string, sold: Sold = {}): Promise<string> {
    const order = { tracked: sold.tracked ?? false, ...until(sold), lines: what(sold) };
    await this.change(day, 'opportunity', id, (em, held, writing) => winOpportunity(em, { ...held, order }, writing));
    const [opportunity] = await rowsOf(this.database.em.fork(), sql<{ orderId: string }>`
      select order_id as "orderId" from opportunity where id = ${id}::uuid`);
    return opportunity!.orderId;
  }

  lost(day: string, id: string): Promise<string> {
    return this.change(day, 'opportunity', id, (em, held, writing) => loseOpportunity(em, { ...held, reason: 'PRICE' }, writing));
  }

  order(day: string, customerId: string, also: Sold & { line?: string; renews?: string; placed?: string } = {}): Promise<string> {
    const { tracked = false, line = 'L1', renews, placed = day } = also;
    return this.write(day, (em, writing) => placeOrder(em, {
      customerId, tracked, renews, lineId: this.lines.get(line), placedAt: at(placed), ...until(also), lines: what(also),
    }, writing));
  }

  delivered(day: string, id: string): Promise<string> {
    return this.change(day, 'sales_order', id, markOrderDelivered);
  }

  settled(day: string, id: string): Promise<string> {
    return this.change(day, 'sales_order', id, markOrderSettled);
  }

  cancelled(day: string, id: string): Promise<string> {
    return this.change(day, 'sales_order', id, (em, held, writing) => cancelOrder(em, { ...held, reason: 'x' }, writing));
  }

  returned(day: string, id: string, quantity?: string): Promise<string> {
    return this.change(day, 'sales_order', id, async (em, held, writing) => {
      const [line] = await rowsOf(em, sql<{ id: string }>`select id from order_line where order_id = ${id}::uuid`);
      return returnGoods(em, { ...held, ...(quantity ? { lines: [{ lineId: line!.id, quantity }] } : {}) }, writing);
    });
  }

  terminated(day: string, id: string, effective: string): Promise<string> {
    return this.change(day, 'sales_order', id, (em, held, writing) => terminateContract(em, { ...held, effectiveAt: at(effective) }, writing));
  }

  referred(day: string, id: string, referrerId: string): Promise<string> {
    return this.change(day, 'customer', id, (em, held, writing) => setReferrer(em, { ...held, referrerId }, writing));
  }

  left(day: string, id: string): Promise<string> {
    return this.change(day, 'customer', id, (em, held, writing) => recordDeparture(em, { ...held, reason: 'PRICE' }, writing));
  }

  stayed(day: string, id: string): Promise<string> {
    return this.change(day, 'customer', id, withdrawDeparture);
  }

  /** How he stands at 10:00 on the day: his cycles in order, and his stage in each model. */
  async check(day: string, customerId: string): Promise<string[]> {
    await this.tick(at(day));
    const em = this.database.em.fork();
    const cycles = await rowsOf(em, sql<{ text: string }>`
      select concat_ws(' ', origin, phase, outcome, 'in ' || lost_in_phase, case when leak_phase <> lost_in_phase then 'leak ' || leak_phase end) as text
      from cycle where customer_id = ${customerId}::uuid order by opened_at, id`);
    const facts = await this.facts(customerId);
    const stages = (await activeModels(em)).map(({ key }) => facts[`stage.${key}`] ?? 'NONE');
    return [cycles.map(({ text }) => text).join(' · '), stages.join(' / ')];
  }

  /** His stored facts; instants by their date. */
  async facts(customerId: string): Promise<Facts> {
    const facts = (await factsOf(this.database.em.fork(), [customerId])).get(customerId)!;
    return Object.fromEntries(Object.entries(facts).map(([key, value]) =>
      [key, /(At|Until)$|^stageSince/.test(key) && typeof value === 'number' ? new Date(value).toISOString().slice(0, 10) : value]));
  }

  /** How often each of his cycles was followed by a recommendation. */
  async referrals(customerId: string): Promise<number[]> {
    const cycles = await rowsOf(this.database.em.fork(), sql<{ referrals: number }>`
      select referrals from cycle where customer_id = ${customerId}::uuid order by opened_at, id`);
    return cycles.map(({ referrals }) => referrals);
  }
}
