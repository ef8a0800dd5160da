import type { Database } from '@orbita/database/database';
import { Router } from 'express';
import { formDoor } from './form-door.ts';
import { messageDoors } from './message-doors.ts';
import type { Attempts } from './rate-limit.ts';

/** The doors through which interests come in by themselves, for whoever has a token. */
export function captureDoors(database: Database, publicUrl: URL, attempts: Attempts): Router {
  const router = Router();
  router.use('/forms', formDoor(database, publicUrl, attempts));
  router.use('/capture', messageDoors(database, attempts));
  return router;
}
