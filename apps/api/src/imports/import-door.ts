import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Em } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { importRow, problemLines, storeFile } from '@orbita/database/imports';
import { type Viewer, scopeOf } from '@orbita/domain/access';
import { importMessage } from '@orbita/domain/imports';
import { isRefused } from '@orbita/domain/refusal';
import { type Request, type Response, Router } from 'express';
import { requestIdOf } from '#http';
import type { Sessions } from '#sessions';
import { isReadable } from '#text';

const longestName = 200;
// Each lies on this machine's disk while it is read.
const mostAtOnce = 3;
const byteStream = 'application/octet-stream';

/**
 * `POST /api/imports/files?name=…` takes the bytes of a CSV or XLSX file in and answers its id; `GET
 * /api/imports/<id>/problems.csv` gives the rows that were not loaded whole, to be mended and loaded again. Both speak the
 * language of `?language=`, else the viewer's.
 */
export function importDoor(database: Database, sessions: Sessions): Router {
  let running = 0;
  const router = Router();
  router.post('/files', async (request, response) => {
    const viewer = await viewerOf(request, response, sessions);
    if (!viewer) return;
    const { name } = request.query;
    // Of another page's form no browser sends such a type unasked.
    if (request.get('content-type') !== byteStream) return no(request, response, 415, 'BAD_REQUEST', `Send the bytes of the file as ${byteStream}.`);
    if (typeof name !== 'string' || name.trim() === '' || !isReadable(name)) return no(request, response, 400, 'BAD_USER_INPUT', 'Say what the file is called: ?name=….');
    if (running >= mostAtOnce) return no(request, response, 429, 'THROTTLED', 'Other files are being handed in. Wait until they are there.');
    running += 1;
    try {
      const stored = await storeFile(database, { name: name.trim().slice(-longestName), input: request, uploadedBy: viewer.userId, now: new Date() });
      if (isRefused(stored)) return no(request, response, 422, stored.code, importMessage(stored, viewer.language));
      response.status(201).json(stored);
    } finally {
      running -= 1;
    }
  });
  router.get('/:id/problems.csv', async (request, response) => {
    const viewer = await viewerOf(request, response, sessions);
    if (!viewer) return;
    const em = database.em.fork() as Em;
    const { id } = request.params;
    const job = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ? await importRow(em, id, viewer) : null;
    if (!job) return no(request, response, 404, 'NOT_FOUND', 'There is no such import for you.');
    response.set({
      'content-type': 'text/csv; charset=utf-8; header=present', 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${job.fileName.replace(/\.\w+$/, '')}.problems.csv`)}`,
    });
    const texts = async function* () { for await (const { text } of problemLines(em, id, viewer.language)) yield text; };
    await pipeline(Readable.from(texts()), response);
  });
  return router;
}

async function viewerOf(request: Request, response: Response, sessions: Sessions): Promise<Viewer | null> {
  const signedIn = await sessions.signedIn(new Headers({ cookie: request.get('cookie') ?? '' }));
  if (signedIn && signedIn.setCookies.length > 0) response.append('set-cookie', [...signedIn.setCookies]);
  const { language } = request.query;
  if (signedIn && scopeOf(signedIn.viewer.role, 'import', 'read') === 'all') return { ...signedIn.viewer, language: language === 'en' || language === 'es' ? language : signedIn.viewer.language };
  if (signedIn) no(request, response, 403, 'FORBIDDEN', 'Your role does not allow this.');
  else no(request, response, 401, 'UNAUTHENTICATED', 'Sign in first.');
  return null;
}

function no(request: Request, response: Response, status: number, code: string, message: string): void {
  // What was not read yet is let go of, so that the answer arrives.
  request.resume();
  response.status(status).json({ errors: [{ message, extensions: { code, requestId: requestIdOf(request) } }] });
}
