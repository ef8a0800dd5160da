import { join } from 'node:path';
import type { Database } from '@orbita/database/database';
import type { RequestContext } from '@orbita/schema/request';
import { buildOrbitaSchema } from '@orbita/schema/schema';
import { Router } from 'express';
import { biDoor } from '#bi';
import { captureDoors } from '#capture';
import { adminDoor } from '#commands';
import type { Environment } from '#environment';
import { atOnce, exportDoor } from '#exports';
import { contextMaker, createApollo, graphqlDoor, openLiveDoor, readManifest, safelist } from '#graphql';
import { importDoor } from '#imports';
import { createApp, findWebApp, type Log, type Metrics } from '#http';
import { createLivePubSub, startRelay } from '#live';
import { personalDataDoor } from '#personal-data';
import type { Sessions } from '#sessions';
import type { Closers } from './closers.ts';
import type { OpenPort } from './open-port.ts';
import { missingForService } from './readiness.ts';

interface Parts {
  readonly environment: Environment;
  readonly log: Log;
  readonly root: string;
  readonly database: Database;
  readonly sessions: Sessions;
  readonly metrics: Metrics;
  readonly sendInvitations: NonNullable<RequestContext['sendInvitations']>;
  readonly port: OpenPort;
  readonly publicUrl: URL;
  readonly trustedOrigins: readonly string[];
  readonly token: string | undefined;
}

/** Opens what this process answers: everything, or for a worker only its health. */
export async function openDoors(parts: Parts, closers: Closers): Promise<void> {
  const { environment, log, root, database, sessions, metrics, port, publicUrl, token } = parts;
  const web = environment.role === 'worker' ? undefined : await openGraphql(parts, closers);
  let draining = false;
  port.answerWith(createApp({
    publicUrl, sessions, log, metrics,
    graphql: web?.door ?? Router(),
    admin: adminDoor(database, token, log),
    exports: web?.exports ?? Router(),
    bi: web?.bi ?? Router(),
    imports: web ? importDoor(database, sessions) : Router(),
    personalData: web?.personalData ?? Router(),
    capture: web ? captureDoors(database, publicUrl, sessions) : Router(),
    webApp: web ? findWebApp(join(root, 'apps/web/dist')) : undefined,
    metricsToken: environment.metricsToken,
    missing: () => missingForService(database),
    draining: () => draining,
  }));
  closers.add('requests', async () => {
    draining = true;
    const finished = port.finish();
    await web?.closeLive();
    await finished;
  });
}

async function openGraphql(parts: Parts, closers: Closers) {
  const { environment, log, root, database, sessions, metrics, port, publicUrl, trustedOrigins } = parts;
  const pubSub = createLivePubSub();
  const schema = await buildOrbitaSchema({ pubSub });
  const apollo = createApollo(schema, log, metrics);
  await apollo.start();
  closers.add('graphql', () => apollo.stop());
  const relay = await startRelay(database, pubSub, {
    onProblem: (error) => log.warn('live updates could not be read', { error }),
    onDelivered: (events) => metrics.liveEvents.inc(events),
  });
  closers.add('live updates', () => relay.close());
  const manifest = readManifest(join(root, 'apps/web/src/gql/persisted-documents.json'));
  const enforce = environment.production && environment.safelist;
  if (enforce && manifest.size === 0) log.warn('The web app was built without its list of operations: browsers may run any.');
  const documentOf = safelist(manifest, enforce && manifest.size > 0 ? 'enforce' : 'off');
  // The context names the type of another library for the same two methods.
  const contextOf = contextMaker(database, pubSub as unknown as NonNullable<RequestContext['pubSub']>, parts.sendInvitations);
  const live = openLiveDoor({ server: port.server, schema, sessions, contextOf, documentOf, trustedOrigins, log, metrics });
  // Lists that are taken away whole, by whichever door, leave connections to everybody else.
  const inTurn = atOnce({ all: 4, ofOne: 2, waiting: 20, patience: 60_000 });
  return {
    exports: exportDoor({ database, schema, sessions, contextOf, inTurn, log }),
    bi: biDoor({ database, schema, contextOf, inTurn, publicUrl, log }),
    personalData: personalDataDoor({ database, sessions, contextOf, log }),
    door: graphqlDoor({ apollo, sessions, contextOf, documentOf, log }), closeLive: () => live.close(),
  };
}
