import type { Database } from '@orbita/database/database';
import { type Em, transact } from '@orbita/database/connection';
import { receiveMessage } from '@orbita/database/conversations';
import { openDoor } from '@orbita/database/leads';
import { isRefused, type Refusal, refusalMessage } from '@orbita/domain/refusal';
import express, { type RequestHandler, type Response, Router } from 'express';
import { unreadableAt } from '#text';
import { leadOfEmail, type ReceivedLead } from './email-lead.ts';
import { plainToken } from './plain-token.ts';
import { type Attempts, rateLimit } from './rate-limit.ts';
import { leadOfMessage } from './social-lead.ts';

type Body = Buffer | Readonly<Record<string, unknown>>;

/**
 * Where mail services and networks hand in what reached the company. Answers 201 with the lead's id and, when the
 * message went on with a lead that was open, the activity's; 200 when there is
 * nothing to do, 422 with what is wrong.
 */
export function messageDoors({ em }: Database, attempts: Attempts): Router {
  const router = Router().param('token', plainToken);
  const limit = rateLimit(attempts, { door: 'message', most: 600, windowSeconds: 60 });
  const door = (kind: 'EMAIL' | 'SOCIAL', read: (body: Body, now: Date) => Promise<ReceivedLead | Refusal>): RequestHandler<{ token: string }> =>
    async (request, response, next) => {
      const now = new Date();
      const wait = await limit.waits(`${request.ip}`, now.getTime());
      if (wait > 0) return void response.status(429).set('retry-after', String(wait)).json(told('TOO_MANY', 'Too many at once. Wait a minute.'));
      const open = await openDoor(em.fork() as Em, kind, request.params.token);
      if (!open) return next();
      if (!isBody(request.body)) return void response.status(415).json(told('BAD_REQUEST', 'Send JSON, or an e-mail as message/rfc822.'));
      // What a mail program wrote is put right; what a machine hands in is told.
      const unreadable = kind === 'SOCIAL' ? unreadableAt(request.body) : undefined;
      if (unreadable !== undefined) return void response.status(400).json(told('BAD_REQUEST', `${unreadable || 'A name'} holds a character that is no text (NUL or half of a surrogate pair).`));
      const received = await read(request.body, now);
      if (isRefused(received)) return refused(response, received);
      const done = await transact(em as Em, (inner) => receiveMessage(inner, open, { ...received, now }));
      if (isRefused(done)) return refused(response, done);
      response.status(201).json(done);
    };
  const json = express.json({ limit: '2mb' });
  const mail = express.raw({ type: ['message/rfc822', 'text/plain', 'application/octet-stream'], limit: '10mb' });
  router.post('/email/:token', mail, json, door('EMAIL', leadOfEmail));
  router.post('/social/:token', json, door('SOCIAL', async (body, now) => (Buffer.isBuffer(body) ? leadOfMessage({}, now) : leadOfMessage(body, now))));
  return router;
}

const isBody = (body: unknown): body is Body => Buffer.isBuffer(body) || (typeof body === 'object' && body !== null && !Array.isArray(body));

const told = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });

/** What a machine wrote is taken and left: who sent it in need not try again. */
function refused(response: Response, refusal: Refusal): void {
  if (refusal.field === 'autoSubmitted') return void response.status(200).json({ ignored: 'AUTOMATIC' });
  response.status(422).json({ errors: [{ message: refusalMessage(refusal, 'en'), extensions: { code: refusal.code, field: refusal.field } }] });
}
