import { join } from 'node:path';
import { type Database, openDatabase } from '@orbita/database/database';
import { buildOrbitaSchema } from '@orbita/schema/schema';
import type { RequestContext } from '@orbita/schema/request';
import { Router } from 'express';
import { lockDataFolder } from '#data-folder';
import type { Environment } from '#environment';
import { contextMaker, createApollo, graphqlDoor, readManifest, safelist } from '#graphql';
import { createApp, findWebApp, type Log, openMetrics } from '#http';
import { createLivePubSub } from '#live';
import { openSessions } from '#sessions';
import { type Closers, openClosers } from './closers.ts';
import { openPort } from './open-port.ts';
import { type FillDemo, prepareDatabase, type Prepared, type Progress } from './prepare-database.ts';
import { missingForService } from './readiness.ts';

export interface ServerOptions {
  readonly environment: Environment;
  readonly log: Log;
  /** The folder that holds `apps` and `packages`. */
  readonly root: string;
  readonly onProgress?: (progress: Progress) => void;
  readonly fillDemo?: FillDemo;
  /** An open database instead of the one the environment names: tests hand one over, and close it. */
  readonly database?: Database;
}

export interface RunningOrbita {
  readonly url: URL;
  readonly database: Database;
  readonly signIn: Prepared['signIn'];
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
  const door = await openPort(environment.port);
  let draining = false;
  closers.add('port', () => door.finish());
  const url = new URL(`http://localhost:${door.port}`);
  const publicUrl = environment.publicUrl ?? url;
  const database = await open(options, closers);
  const prepared = await prepareDatabase(database, environment, options.onProgress ?? (() => undefined), options.fillDemo);
  const sessions = await openSessions(database, {
    publicUrl,
    trustedOrigins: [publicUrl.origin, url.origin, `http://127.0.0.1:${door.port}`],
    onProblem: (message) => log.warn('sign-in', { message }),
  });
  closers.add('sessions', () => sessions.close());
  const metrics = openMetrics();
  const pubSub = createLivePubSub();
  const schema = await buildOrbitaSchema({ pubSub });
  const apollo = createApollo(schema, log, metrics);
  await apollo.start();
  closers.add('graphql', () => apollo.stop());
  const manifest = readManifest(join(root, 'apps/web/src/gql/persisted-documents.json'));
  const enforce = environment.production && environment.safelist && manifest.size > 0;
  const contextOf = contextMaker(database, pubSub as unknown as NonNullable<RequestContext['pubSub']>);
  const documentOf = safelist(manifest, enforce ? 'enforce' : 'off');
  door.answerWith(createApp({
    publicUrl, sessions, log, metrics,
    graphql: graphqlDoor({ apollo, sessions, contextOf, documentOf, log }),
    admin: Router(),
    webApp: findWebApp(join(root, 'apps/web/dist')),
    metricsToken: environment.metricsToken,
    missing: () => missingForService(database),
    draining: () => draining,
  }));
  closers.add('requests', () => {
    draining = true;
    return door.finish();
  });
  return { url: publicUrl, database, signIn: prepared.signIn };
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
