import { sql } from 'kysely';
import type { Database } from '#database';
import { type Em, newId, rowsOf, run } from '#connection';
import { tick } from '#lifecycle';
import type { Writing } from '#requests';
import { at } from '../facts/rows.fixture.ts';
import { done, makeCompany, writingAs } from '../reliability/company.fixture.ts';

export interface Held {
  readonly id: string;
  readonly expectedVersion: number;
}

/** A company of two lines in which something is written at 10:00 UTC on its day, the clock running in between. */
export class ToldCompany {
  readonly #writing = told(writingAs('administrator'));
  readonly lines = new Map([['L1', ''], ['L2', newId()]]);
  protected readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async make(): Promise<void> {
    const em = this.database.em.fork();
    await makeCompany(this.database, this.#writing);
    await run(em, sql`update company set window_lag_days = 0`);
    const [line] = await rowsOf(em, sql<{ id: string }>`select id from business_line where is_default`);
    this.lines.set('L1', line!.id);
    await run(em, sql`insert into business_line (id, name) values (${this.lines.get('L2')}::uuid, 'L2')`);
  }

  on(day: string): Writing {
    return { ...this.#writing, now: at(day) };
  }

  /** Runs a write in a transaction of its own, on its day; all that was due before is told first. */
  async write(day: string, effect: (em: Em, writing: Writing) => Promise<unknown>): Promise<string> {
    await this.tick(new Date(at(day).getTime() - 1));
    return await this.database.em.fork().transactional((em) => done(effect(em as Em, this.on(day)) as Promise<string>));
  }

  /** The same to something that is there, in the version in which it is. */
  change(
    day: string, table: 'lead' | 'opportunity' | 'sales_order' | 'customer', id: string,
    effect: (em: Em, held: Held, writing: Writing) => Promise<unknown>,
  ): Promise<string> {
    return this.write(day, async (em, writing) => {
      const [row] = await rowsOf(em, sql<{ version: number }>`select version from ${sql.table(table)} where id = ${id}::uuid`);
      return effect(em, { id, expectedVersion: row!.version }, writing);
    });
  }

  async tick(now: Date): Promise<void> {
    for (;;) if ((await tick(this.database.em.fork(), { now, zone: 'UTC' })).customerIds.length === 0) return;
  }
}

const told = (writing: Writing): Writing => ({ ...writing, company: { ...writing.company, zone: 'UTC' } });
