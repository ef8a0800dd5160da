import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BusinessLine, Company } from '@orbita/database/company';
import { type Em, newId, rowsOf } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { isRefused, refusalMessage } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import type { Environment } from '#environment';
import { createUser } from '#sessions';

export interface Progress { readonly step: string; readonly done: number; readonly total: number }

/** Fills an empty database with an example company. */
export type FillDemo = (database: Database, options: {
  readonly customers: number;
  readonly now: Date;
  readonly onProgress: (progress: Progress) => void;
}) => Promise<void>;

export interface Prepared {
  /** How the first administrator signs in, where this start made or knows it. */
  readonly signIn: { readonly email: string; readonly password: string | undefined; readonly keptIn: string | undefined } | undefined;
}

const usualCustomers = 2000;
const passwordFile = 'administrator.txt';

/** What a database needs before anybody can work with it: a company, a demo if one is wanted, an administrator. */
export async function prepareDatabase(
  database: Database, environment: Environment, onProgress: (progress: Progress) => void, fillDemo?: FillDemo,
): Promise<Prepared> {
  const { em } = database;
  const now = new Date();
  const empty = !(await exists(em, 'company'));
  const demo = empty && environment.demo.on && fillDemo !== undefined;
  if (demo) await fillDemo(database, { customers: environment.demo.customers ?? usualCustomers, now, onProgress });
  if (!(await exists(em, 'company'))) await makeCompany(em, now);
  return { signIn: await firstAdministrator(database, environment, now) };
}

async function exists(em: Em, table: 'company' | 'app_user'): Promise<boolean> {
  return (await rowsOf(em.fork(), sql`select from ${sql.table(table)} limit 1`)).length > 0;
}

/** A company that an administrator then makes his own. */
async function makeCompany(em: Em, now: Date): Promise<void> {
  await em.fork().transactional(async (inner) => {
    // Several processes may start on one empty database.
    await rowsOf(inner as Em, sql`select pg_advisory_xact_lock(4671122)`);
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

async function firstAdministrator({ em, kind }: Database, environment: Environment, now: Date): Promise<Prepared['signIn']> {
  const { admin, dataDir } = environment;
  const file = join(dataDir, passwordFile);
  const admins = await rowsOf(em.fork(), sql<{ email: string }>`
    select u.email from app_user u join auth_account a on a.user_id = u.id
    where u.role = 'administrator' and u.active order by u.created_at, u.id limit 1`);
  if (admins[0]) return { email: admins[0].email, password: undefined, keptIn: kind === 'PGlite' && !admin ? file : undefined };
  if (!admin && kind === 'PostgreSQL') return undefined;
  const { email, password } = admin ?? { email: 'admin@orbita.example', password: randomBytes(9).toString('base64url') };
  const made = await createUser(em, { name: 'Administrator', email, password, role: 'administrator' }, now);
  if (isRefused(made)) {
    // Another process was first.
    if (made.code === 'ALREADY_EXISTS') return { email, password: undefined, keptIn: undefined };
    throw new Error(`The first administrator cannot be made: ${refusalMessage(made, 'en')}`);
  }
  if (admin) return { email, password: undefined, keptIn: undefined };
  writeFileSync(file, `${email}\n${password}\n`, { mode: 0o600 });
  return { email, password, keptIn: file };
}
