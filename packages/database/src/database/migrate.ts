import { migrations } from '#migrations';
import { type Em, type Opened, rowsOf } from '#connection';
import { sql } from 'kysely';

const applicationRole = 'orbita_app';
const startLock = 4_671_120;

/** What stands between the database and this program, in the operator's words; nothing when they fit. */
export async function pendingMigrations({ orm }: Opened): Promise<{ missing: string[]; unknown: string[] }> {
  const executed = (await orm.migrator.getExecuted()).map((row) => row.name);
  const known = migrations.map((migration) => migration.name);
  return {
    missing: known.filter((name) => !executed.includes(name)),
    unknown: executed.filter((name) => !known.includes(name)),
  };
}

/** Brings the schema up in one transaction; two processes that start together take turns. Refuses a newer schema. */
export async function migrate(opened: Opened): Promise<void> {
  const { unknown } = await pendingMigrations(opened);
  if (unknown.length > 0) {
    throw new Error(
      `This database was made by a newer Orbita (it has ${unknown.join(', ')}). Start that version, or restore a backup.`,
    );
  }
  const guard = opened.em.fork();
  await guard.transactional(async (em) => {
    await rowsOf(em as Em, sql`select pg_advisory_xact_lock(${startLock})`);
    await opened.orm.migrator.up({ transaction: em.getTransactionContext() });
  });
}

/**
 * Makes the role that the application works as: it may do everything with the data but change or delete events.
 * Answers false where the database user may not make roles; the caller says so and goes on.
 */
export async function makeApplicationRole(em: Em): Promise<boolean> {
  try {
    await rowsOf(em, sql`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'orbita_app') then create role orbita_app; end if;
        execute format('grant orbita_app to %I', current_user);
        execute format('grant create on database %I to orbita_app', current_database());
        grant usage on schema public to orbita_app;
        grant select, insert, update, delete on all tables in schema public to orbita_app;
        grant usage, select on all sequences in schema public to orbita_app;
        revoke update, delete, truncate on timeline_event from orbita_app;
        if exists (select from pg_tables where schemaname = 'public' and tablename = 'mikro_orm_migrations') then
          revoke insert, update, delete on mikro_orm_migrations from orbita_app;
        end if;
      end $$`);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return false;
    throw error;
  }
}

export { applicationRole };
