import type { Database } from '@orbita/database/database';
import { Router } from 'express';
import { formDoor } from './form-door.ts';
import { messageDoors } from './message-doors.ts';

/** The doors through which interests come in by themselves, for whoever has a token. */
export function captureDoors(database: Database, publicUrl: URL): Router {
  const router = Router();
  router.use('/forms', formDoor(database, publicUrl));
  router.use('/capture', messageDoors(database));
  return router;
}
