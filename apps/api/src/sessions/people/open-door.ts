import type { Database } from '@orbita/database/database';
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import type { AuthTables } from '../auth-database.ts';
import type { SingleSignOn } from '../sign-on/single-sign-on.ts';
import type { Tell } from '../tell-event.ts';
import { invitationDoor } from './invitation-door.ts';
import { letInDoor } from './let-in.ts';

/** What the library has no doors for: how one comes in here, invitations, and the operator's link. */
export function ownDoors(database: Database, tables: AuthTables, tell: Tell, signOn: SingleSignOn | undefined) {
  const passwords = !signOn?.only;
  return {
    id: 'orbita-doors',
    endpoints: {
      howToComeIn: createAuthEndpoint('/door', { method: 'GET' }, (context) =>
        Promise.resolve(context.json({ singleSignOn: signOn ? { name: signOn.name } : null, passwords }))),
      ...invitationDoor(database, { passwords }),
      ...letInDoor(tables, tell),
    },
  } satisfies BetterAuthPlugin;
}
