import type { Database } from '@orbita/database/database';
import { transact, type Em } from '@orbita/database/connection';
import { captureThroughDoor, type OpenDoor, openDoor } from '@orbita/database/leads';
import { pathOf } from '@orbita/domain/custom-fields';
import { looksAutomated } from '@orbita/domain/leads';
import { isRefused } from '@orbita/domain/refusal';
import express, { type Request, type Response, Router } from 'express';
import { readable, unreadableAt } from '#text';
import { leadOfForm, problemOf } from './form-lead.ts';
import { embedScript, formPage, formPolicy, thanksPage, type Written } from './form-page.ts';
import { elapsedSince, stampOf } from './form-stamp.ts';
import type { FormProblem } from './form-texts.ts';
import { plainToken } from './plain-token.ts';
import { type Attempts, rateLimit } from './rate-limit.ts';

const longest = { name: 100, email: 200, phone: 40, organisation: 200, message: 5000, marketing: 3 } as const;
const longestOwn = 1000;

/** Public forms: a page of their own for each door, which others may put into theirs. */
export function formDoor({ em }: Database, publicUrl: URL, attempts: Attempts): Router {
  const router = Router().param('token', plainToken);
  const limit = rateLimit(attempts, { door: 'form', most: 10, windowSeconds: 600 });
  router.get('/:token/embed.js', (request, response) => {
    response.set({ 'cross-origin-resource-policy': 'cross-origin', 'cache-control': 'public, max-age=300' }).type('js')
      .send(embedScript(new URL(`/forms/${encodeURIComponent(request.params.token)}`, publicUrl).href));
  });
  router.get('/:token', async (request, response, next) => {
    const door = await openDoor(em.fork() as Em, 'FORM', request.params.token);
    if (!door) return next();
    show(response, formPage({ door, language: languageOf(request), stamp: stampOf(door.id, new Date()) }));
  });
  router.post('/:token', express.urlencoded({ limit: '64kb', extended: false, parameterLimit: 400 }), async (request, response, next) => {
    const door = await openDoor(em.fork() as Em, 'FORM', request.params.token);
    if (!door) return next();
    const language = languageOf(request);
    const now = new Date();
    const body = (request.body ?? {}) as Record<string, unknown>;
    const written = writtenIn(body, door);
    const stamp = typeof body['stamp'] === 'string' ? body['stamp'] : '';
    const again = (status: number, problem: FormProblem, wrongOwn?: string) =>
      show(response.status(status), formPage({ door, language, stamp: status === 429 || problem === 'TOO_FAST' ? stamp : stampOf(door.id, now), written, problem, wrongOwn }));
    if (await limit.waits(request.ip ?? '', now.getTime()) > 0) return again(429, 'TOO_MANY');
    if (unreadableAt(body) !== undefined) return again(400, 'OTHER');
    const elapsedMs = elapsedSince(door.id, stamp, now);
    const sign = looksAutomated({ honeypot: typeof body['website'] === 'string' ? body['website'] : null, elapsedMs, name: written.name, message: written.message });
    // Whatever fills what nobody sees learns nothing.
    if (sign === 'HONEYPOT') return show(response, thanksPage(door, language));
    if (elapsedMs === null) return again(422, 'EXPIRED');
    if (sign) return again(422, sign === 'TOO_FAST' ? 'TOO_FAST' : 'LINKS');
    if (!written.name) return again(422, 'NAME');
    const knock = { ...leadOfForm(door, written, { language, stamp, now }), now };
    const done = await transact(em as Em, (inner) => captureThroughDoor(inner, door, knock));
    return isRefused(done) ? again(422, problemOf(done), done.field?.replace(/^custom\./, '')) : show(response, thanksPage(door, language));
  });
  return router;
}

function show(response: Response, html: string): void {
  response.removeHeader('x-frame-options');
  response.set({ 'content-security-policy': formPolicy, 'cache-control': 'no-store', vary: 'accept-language' }).type('html').send(html);
}

const languageOf = (request: Request): 'en' | 'es' => (request.acceptsLanguages('es', 'en') === 'es' ? 'es' : 'en');

function writtenIn(body: Record<string, unknown>, { own }: OpenDoor): Written {
  const text = (value: unknown, most: number): string[] => (typeof value === 'string' && value.trim() !== '' ? [readable(value).trim().slice(0, most).toWellFormed()] : []);
  const plain = Object.fromEntries(Object.entries(longest).flatMap(([name, most]) => text(body[name], most).map((value) => [name, value])));
  const custom = own.flatMap(({ name, type }) => {
    const said = [body[pathOf(name)]].flat().flatMap((value) => text(value, longestOwn));
    return said.length === 0 ? [] : [[name, type === 'CHOICES' ? said : said[0]!] as const];
  });
  return { ...plain, ...(custom.length > 0 ? { own: Object.fromEntries(custom) } : {}) };
}
