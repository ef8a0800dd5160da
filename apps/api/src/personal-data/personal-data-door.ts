import { type Em, transact } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { type PersonalData, personalData, tellHandedOut } from '@orbita/database/privacy';
import { may, type Viewer } from '@orbita/domain/access';
import { localDate } from '@orbita/domain/calendar';
import { type RequestContext, writingOf } from '@orbita/schema/request';
import { type Request, type Response, Router } from 'express';
import type { ContextMaker } from '#graphql';
import { type Log, requestIdOf } from '#http';
import type { Sessions } from '#sessions';
import { pageOf } from './page-of.ts';

export interface PersonalDataParts {
  readonly database: Database;
  readonly sessions: Sessions;
  readonly contextOf: ContextMaker;
  readonly log: Log;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const words = { en: 'Personal data', es: 'Datos personales' } as const;

/** `GET /api/personal-data/<customer>.json|.html?contact=…`: all that is kept about a person, to be handed to him. */
export function personalDataDoor(parts: PersonalDataParts): Router {
  const take = async (request: Request<{ file: string }>, response: Response): Promise<void> => {
    const signedIn = await parts.sessions.signedIn(new Headers({ cookie: request.get('cookie') ?? '' }));
    if (!signedIn) return no(request, response, 401, 'UNAUTHENTICATED', 'Sign in first.');
    if (signedIn.setCookies.length > 0) response.append('set-cookie', [...signedIn.setCookies]);
    const { language, contact } = request.query;
    const viewer: Viewer = { ...signedIn.viewer, language: language === 'en' || language === 'es' ? language : signedIn.viewer.language };
    if (!may(viewer, 'privacy', 'read')) return no(request, response, 403, 'FORBIDDEN', 'Your role does not allow this.');
    const [customerId = '', format] = request.params.file.split('.');
    if (!uuid.test(customerId) || (format !== 'json' && format !== 'html') || (contact !== undefined && !uuid.test(String(contact)))) {
      return no(request, response, 404, 'NOT_FOUND', 'There is no such file. Ask for <customer id>.json or .html.');
    }
    const context = await parts.contextOf({ viewer, requestId: requestIdOf(request), channel: 'WEB' });
    const data = await handOut(parts.database, { customerId, contactId: contact === undefined ? null : String(contact), format }, context);
    if (!data) return no(request, response, 404, 'NOT_FOUND', 'This person does not exist, or you may not see what is kept.');
    send(data, format, context, response);
  };
  return Router().get('/:file', (request, response) => take(request, response).catch((error: unknown) => {
    parts.log.error('personal data could not be handed out', { requestId: requestIdOf(request), error });
    if (!response.headersSent) no(request, response, 500, 'INTERNAL', 'Something went wrong on our side. Try again; if it stays, tell your administrator this id.');
    else response.destroy();
  }));
}

/** Reads it and writes down that it was handed out, as one: before a byte leaves. */
async function handOut(database: Database, asked: { customerId: string; contactId: string | null; format: string }, context: RequestContext): Promise<PersonalData | null> {
  const done = await transact(database.em.fork() as Em, async (em) => {
    const data = await personalData(em, asked, context.viewer);
    if (data) await tellHandedOut(em, { customerId: data.customerId, contactId: data.contactId, format: asked.format }, writingOf(context));
    return data;
  });
  return done as PersonalData | null;
}

function send(data: PersonalData, format: 'json' | 'html', { viewer: { language }, now, company }: RequestContext, response: Response): void {
  const title = words[language];
  const day = localDate(now.getTime(), company.zone);
  response.set({
    'content-type': format === 'json' ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${title} ${day}.${format}`)}`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff',
  });
  response.send(format === 'json' ? JSON.stringify({ madeAt: now.toISOString(), ...data }, null, 2) : pageOf(data, { title, day, language, currency: company.currency }));
}

const no = (request: Request, response: Response, status: number, code: string, message: string): void =>
  void response.status(status).json({ errors: [{ message, extensions: { code, requestId: requestIdOf(request) } }] });
