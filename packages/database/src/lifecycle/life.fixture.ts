import { sql } from 'kysely';
import { createCustomer, recordDeparture, setReferrer, withdrawDeparture } from '#customers';
import type { Database } from '#database';
import { type Em, newId, rowsOf, run } from '#connection';
import { activeModels, tick } from '#lifecycle';
import { cancelOrder, markOrderDelivered, markOrderSettled, placeOrder, returnGoods, terminateContract } from '#orders';
import type { Writing } from '#requests';
import { at } from '../facts/rows.fixture.ts';
import { done, makeCompany, writingAs } from '../reliability/company.fixture.ts';

/** A company in which lives are told: everything at 10:00 UTC on its date, through the real writes, the clock running in between. */
export class Story {
  readonly #database: Database;
  readonly #writing: Writing;
  readonly lines = new Map<string, string>();

  private constructor(database: Database, writing: Writing) {
    this.#database = database;
    this.#writing = writing;
  }

  static async begin(database: Database): Promise<Story> {
    const writing = writingAs('administrator');
    const story = new Story(database, { ...writing, company: { ...writing.company, zone: 'UTC' } });
    await makeCompany(database, story.#writing);
    await run(database.em.fork(), sql`update company set window_lag_days = 0`);
    const [line] = await rowsOf(database.em.fork(), sql<{ id: string }>`select id from business_line where is_default`);
    story.lines.set('L1', line!.id);
    story.lines.set('L2', newId());
    await run(database.em.fork(), sql`insert into business_line (id, name) values (${story.lines.get('L2')}::uuid, 'L2')`);
    return story;
  }

  on(day: string): Writing {
    return { ...this.#writing, now: at(day) };
  }

  /** Runs a write in a transaction of its own, on its day; all that was due before is told first. */
  async write(day: string, effect: (em: Em, writing: Writing) => Promise<unknown>): Promise<string> {
    await this.tick(new Date(at(day).getTime() - 1));
    return await this.#database.em.fork().transactional((em) => done(effect(em as Em, this.on(day)) as Promise<string>));
  }

  customer(day: string): Promise<string> {
    return this.write(day, (em, writing) => createCustomer(em, { kind: 'ORGANISATION', name: `Life ${newId()}` }, writing));
  }

  order(day: string, customerId: string, also: { tracked?: boolean; line?: string; contractEndsAt?: string; amount?: string; renews?: string; placed?: string } = {}): Promise<string> {
    const { tracked = false, line = 'L1', contractEndsAt, amount = '10.00', renews, placed = day } = also;
    return this.write(day, (em, writing) => placeOrder(em, {
      customerId, tracked, renews, lineId: this.lines.get(line), placedAt: at(placed), ...(contractEndsAt ? { contractEndsAt: at(contractEndsAt) } : {}),
      lines: [{ description: 'p', quantity: '1', unitPrice: amount }],
    }, writing));
  }

  async delivered(day: string, id: string): Promise<void> {
    await this.write(day, async (em, writing) => markOrderDelivered(em, { id, expectedVersion: await this.#version(em, id) }, writing));
  }

  async settled(day: string, id: string): Promise<void> {
    await this.write(day, async (em, writing) => markOrderSettled(em, { id, expectedVersion: await this.#version(em, id) }, writing));
  }

  async cancelled(day: string, id: string): Promise<void> {
    await this.write(day, async (em, writing) => cancelOrder(em, { id, expectedVersion: await this.#version(em, id), reason: 'x' }, writing));
  }

  async returned(day: string, id: string, quantity?: string): Promise<void> {
    await this.write(day, async (em, writing) => {
      const [line] = await rowsOf(em, sql<{ id: string }>`select id from order_line where order_id = ${id}::uuid`);
      const lines = quantity ? { lines: [{ lineId: line!.id, quantity }] } : {};
      return returnGoods(em, { id, expectedVersion: await this.#version(em, id), ...lines }, writing);
    });
  }

  terminated(day: string, id: string, effective: string): Promise<string> {
    return this.write(day, async (em, writing) =>
      terminateContract(em, { id, expectedVersion: await this.#version(em, id), effectiveAt: at(effective) }, writing));
  }

  referred(day: string, id: string, referrerId: string): Promise<string> {
    return this.write(day, async (em, writing) => setReferrer(em, { id, expectedVersion: await this.#version(em, id, 'customer'), referrerId }, writing));
  }

  left(day: string, id: string): Promise<string> {
    return this.write(day, async (em, writing) =>
      recordDeparture(em, { id, expectedVersion: await this.#version(em, id, 'customer'), reason: 'PRICE' }, writing));
  }

  stayed(day: string, id: string): Promise<string> {
    return this.write(day, async (em, writing) => withdrawDeparture(em, { id, expectedVersion: await this.#version(em, id, 'customer') }, writing));
  }

  async tick(now: Date): Promise<void> {
    for (;;) if ((await tick(this.#database.em.fork(), { now, zone: 'UTC' })).customerIds.length === 0) return;
  }

  /** How he stands at 10:00 on the day: his cycles in order, and his stage in each model. */
  async check(day: string, customerId: string): Promise<string[]> {
    await this.tick(at(day));
    const em = this.#database.em.fork();
    const cycles = await rowsOf(em, sql<{ text: string }>`
      select concat_ws(' ', origin, phase, outcome, case when outcome = 'LOST' then 'in ' || lost_in_phase end,
        case when leak_phase <> lost_in_phase then 'leak ' || leak_phase end) as text
      from cycle where customer_id = ${customerId}::uuid order by opened_at, id`);
    const [facts] = await rowsOf(em, sql<{ stages: Record<string, { stage: string }> }>`
      select stages from customer_facts where customer_id = ${customerId}::uuid`);
    const stages = (await activeModels(em)).map(({ key }) => facts?.stages[key]?.stage ?? 'NONE');
    return [cycles.map(({ text }) => text).join(' · '), stages.join(' / ')];
  }

  async #version(em: Em, id: string, table: 'sales_order' | 'customer' = 'sales_order'): Promise<number> {
    const [row] = await rowsOf(em, sql<{ version: number }>`select version from ${sql.table(table)} where id = ${id}::uuid`);
    return row!.version;
  }
}
