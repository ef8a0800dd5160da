import { join } from 'node:path';
import { type Database, openDatabase } from '@orbita/database/database';
import { announceServer, lockDataFolder, newToken } from '#data-folder';
import type { Environment } from '#environment';
import { applyRegister, finishErasures } from '#erasures';
import { type Log, openMetrics } from '#http';
import { type Job, jobs, startJobs, wakeJobs } from '#jobs';
import { invitationSender, openMailer } from '#mail';
import { readers, startReaders } from '#readers';
import { openSessions } from '#sessions';
import { type Closers, openClosers } from './closers.ts';
import type { SignIn } from './first-administrator.ts';
import { openDoors } from './open-doors.ts';
import { openPort } from './open-port.ts';
import { type FillDemo, prepareDatabase } from './prepare-database.ts';

export interface ServerOptions {
  readonly environment: Environment;
  readonly log: Log;
  /** The folder that holds `apps` and `packages`. */
  readonly root: string;
  readonly fillDemo?: FillDemo;
  readonly onProgress?: (done: number, of: number) => void;
  /** An open database instead of the one the environment names: tests hand one over, and close it. */
  readonly database?: Database;
}

export interface RunningOrbita {
  /** Where it answers on this machine. */
  readonly url: URL;
  readonly publicUrl: URL;
  readonly database: Database;
  readonly signIn: SignIn | undefined;
  /** Takes nothing new, finishes what runs, then lets go of everything. */
  close(): Promise<void>;
}

/** Everything from the first look at the data folder to answering requests. Throws with what to do, having let go of all. */
export async function startServer(options: ServerOptions): Promise<RunningOrbita> {
  const closers = openClosers();
  const close = () => closers.closeAll((name, error) => options.log.error(`${name} did not stop cleanly`, { error }));
  try {
    return { ...(await start(options, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(options: ServerOptions, closers: Closers): Promise<Omit<RunningOrbita, 'close'>> {
  const { environment, log, root } = options;
  const { role } = environment;
  const port = await openPort(environment.port);
  closers.add('port', () => port.finish());
  const url = new URL(`http://localhost:${port.port}`);
  const publicUrl = environment.publicUrl ?? url;
  const database = await open(options, closers);
  const signIn = await prepareDatabase(database, options);
  const outside = { register: environment.erasures, outbox: join(environment.dataDir, 'outbox') };
  const again = await applyRegister(database, outside.register, new Date());
  if (again > 0) log.info(`This database was restored from a backup: ${again} people were erased again.`);
  const finish: Job = { name: 'finish-erasures', cron: '* * * * *', run: (em, now) => finishErasures(em, outside, now) };
  const trustedOrigins = [...new Set([
    publicUrl.origin, url.origin, `http://127.0.0.1:${port.port}`,
    // The web app's development server hands requests on with its own origin.
    ...(environment.production ? [] : ['http://localhost:5173']),
  ])];
  const mailer = openMailer({ ...environment.mail, outbox: outside.outbox });
  closers.add('mail', () => Promise.resolve(mailer.close()));
  const sessions = await openSessions(database, {
    publicUrl, trustedOrigins, onProblem: (problem) => log.warn('sign-in', { problem }), sendLetter: (letter) => mailer.send(letter), signOn: environment.signOn,
  });
  closers.add('sessions', () => sessions.close());
  const metrics = openMetrics();
  const token = environment.databaseUrl ? undefined : newToken();
  if (role !== 'web') {
    const running = await startJobs(database, [...jobs, finish], log, metrics);
    closers.add('jobs', () => running.close());
    const woken = wakeJobs(jobs, running, (error) => log.warn('a job could not be woken', { error }));
    const reading = await startReaders(database, [...readers, woken], log, metrics);
    closers.add('readers', () => reading.close());
  }
  const sendInvitations = invitationSender(mailer, publicUrl, (problem) => log.warn('mail', { problem }));
  await openDoors({ sendInvitations, environment, log, root, database, sessions, metrics, port, publicUrl, trustedOrigins, token }, closers);
  if (token && !options.database) {
    const announced = announceServer(environment.dataDir, { url: `http://127.0.0.1:${port.port}`, token });
    closers.add('announcement', () => announced.withdraw());
  }
  return { url, publicUrl, database, signIn };
}

async function open({ environment, log, database: given }: ServerOptions, closers: Closers): Promise<Database> {
  if (given) return given;
  const { databaseUrl, dataDir } = environment;
  if (!databaseUrl) {
    const lock = lockDataFolder(dataDir);
    closers.add('data folder', () => lock.release());
  }
  const database = await openDatabase(databaseUrl ? { url: databaseUrl } : { dataDir: join(dataDir, 'database') });
  closers.add('database', () => database.close());
  if (!database.guarded) log.warn('The database user may not create roles: the application itself could change events.');
  return database;
}
