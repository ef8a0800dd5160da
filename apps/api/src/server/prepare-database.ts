import { BusinessLine, Company } from '@orbita/database/company';
import { type Em, newId, rowsOf } from '@orbita/database/connection';
import { type Database, tendTables } from '@orbita/database/database';
import { sql } from 'kysely';
import type { Environment } from '#environment';
import { hashPassword } from '#sessions';
import { firstAdministrator, passwordFor, type SignIn } from './first-administrator.ts';

/** Fills an empty company with an example. All or nothing: a start that is broken off begins again. */
export type FillDemo = (database: Database, options: {
  readonly customers: number;
  readonly now: Date;
  readonly zone: string;
  readonly passwordHash: string;
  readonly onProgress: (done: number, of: number) => void;
}) => Promise<void>;

export interface PrepareOptions {
  readonly environment: Environment;
  readonly fillDemo?: FillDemo | undefined;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

const usualCustomers = 2000;
const takingTurns = 4_671_122;

/**
 * What a database needs before anybody can work with it: a company, an example in it if one is wanted, an
 * administrator. Answers how he signs in, where this start knows it.
 */
export async function prepareDatabase(database: Database, options: PrepareOptions): Promise<SignIn | undefined> {
  const { environment, fillDemo } = options;
  const { em } = database;
  const now = new Date();
  await makeCompany(em, now);
  const untouched = (await rowsOf(em.fork(), sql`select from app_user limit 1`)).length === 0;
  const password = passwordFor(environment);
  if (untouched && environment.demo.on && fillDemo) {
    const [company] = await rowsOf(em.fork(), sql<{ zone: string }>`select zone from company limit 1`);
    await fillDemo(database, {
      customers: environment.demo.customers ?? usualCustomers, now, zone: company!.zone,
      passwordHash: await hashPassword(password), onProgress: options.onProgress ?? (() => undefined),
    });
    await tendTables(database);
  }
  return firstAdministrator(database, environment, password, now);
}

/** A company that an administrator then makes his own. */
async function makeCompany(em: Em, now: Date): Promise<void> {
  await em.fork().transactional(async (inner) => {
    // Several processes may start on one empty database.
    await rowsOf(inner as Em, sql`select pg_advisory_xact_lock(${takingTurns})`);
    if ((await rowsOf(inner as Em, sql`select from company`)).length > 0) return;
    const day: [string, string][] = [['09:00', '18:00']];
    inner.create(Company, {
      id: newId(), name: 'Orbita', country: 'ES', currency: 'EUR', zone: 'Europe/Madrid', language: 'en', updatedAt: now,
      workingHours: { mon: day, tue: day, wed: day, thu: day, fri: day },
    });
    if ((await rowsOf(inner as Em, sql`select from business_line`)).length === 0) {
      inner.create(BusinessLine, { id: newId(), name: 'General', isDefault: true });
    }
  });
}
