import { timingSafeEqual } from 'node:crypto';
import type { Database } from '@orbita/database/database';
import express, { type Request, Router } from 'express';
import { isLoopback, type Log, requestIdOf } from '#http';
import type { Told } from './command.ts';
import { runCommand } from './registry.ts';

/** Commands over HTTP, for callers on this machine who can read the token in the data folder. Answers line by line. */
export function adminDoor(database: Database, token: string | undefined, log: Log): Router {
  const router = Router();
  router.use((request, response, next) => {
    if (token && isLoopback(request.socket.remoteAddress) && holds(request, token)) return next();
    response.sendStatus(404);
  });
  router.post('/:command', express.json({ limit: '1mb' }), async (request, response) => {
    response.type('application/x-ndjson');
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const tell = (told: Told) => void response.write(`${JSON.stringify(told)}\n`);
    try {
      await runCommand(database, request.params.command, request.body as Record<string, unknown>, tell, gone.signal);
    } catch (error) {
      const requestId = requestIdOf(request);
      log.error('command failed', { requestId, command: request.params.command, error });
      tell({ failed: `Something went wrong. The server's log knows it as ${requestId}.` });
    }
    response.end();
  });
  return router;
}

function holds(request: Request, token: string): boolean {
  const given = Buffer.from(request.get('authorization') ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return request.get('x-forwarded-for') === undefined && given.length === expected.length && timingSafeEqual(given, expected);
}
