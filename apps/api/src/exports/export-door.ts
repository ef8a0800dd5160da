import { appendCompanyEvent } from '@orbita/database/company';
import type { Em } from '@orbita/database/connection';
import { type Database, inSnapshot } from '@orbita/database/database';
import { localDate } from '@orbita/domain/calendar';
import { type Cell, exportPages, headingOf } from '@orbita/schema/exports';
import { type RequestContext, writingOf } from '@orbita/schema/request';
import { type Request, type Response, Router } from 'express';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { type ContextMaker, publicCode } from '#graphql';
import { type Log, requestIdOf } from '#http';
import type { Sessions } from '#sessions';
import { askedExport, type AskedExport, WrongExport } from './asked-export.ts';
import { writeCsv } from './write-csv.ts';
import { mostRows, writeXlsx } from './write-xlsx.ts';

export interface ExportParts {
  readonly database: Database;
  readonly schema: GraphQLSchema;
  readonly sessions: Sessions;
  readonly contextOf: ContextMaker;
  readonly log: Log;
}

// Each holds a connection for as long as it is read.
const mostAtOnce = 4;
const mostOfOne = 2;
const longestPause = 120_000;

/** `GET /api/export/<list>.csv|.xlsx?…`: a list whole, as its viewer is shown it; what breaks midway breaks the connection. */
export function exportDoor(parts: ExportParts): Router {
  const running: string[] = [];
  const take = async (request: Request<{ file: string }>, response: Response): Promise<void> => {
    const signedIn = await parts.sessions.signedIn(new Headers({ cookie: request.get('cookie') ?? '' }));
    if (!signedIn) throw new WrongExport(401, 'UNAUTHENTICATED', 'Sign in first.');
    if (signedIn.setCookies.length > 0) response.append('set-cookie', [...signedIn.setCookies]);
    const { language } = request.query;
    const viewer = { ...signedIn.viewer, language: language === 'en' || language === 'es' ? language : signedIn.viewer.language };
    const asked = await askedExport(request.params.file, request.query, viewer, { em: parts.database.em.fork() as Em, schema: parts.schema });
    if (running.length >= mostAtOnce || running.filter((one) => one === viewer.userId).length >= mostOfOne) {
      throw new WrongExport(429, 'THROTTLED', 'Other files are being taken away. Wait until they are there.');
    }
    running.push(viewer.userId);
    try {
      const context = await parts.contextOf({ viewer, requestId: requestIdOf(request), channel: 'WEB' });
      const record = () => tell(parts.database.em.fork() as Em, asked, context);
      await inSnapshot(parts.database, (em) => send(asked, { ...context, em }, { schema: parts.schema, response, record }));
    } finally {
      running.splice(running.indexOf(viewer.userId), 1);
    }
  };
  return Router().get('/:file', (request, response) => take(request, response).catch((error: unknown) => refuse(error, parts.log, request, response)));
}

interface Sending {
  readonly schema: GraphQLSchema;
  readonly response: Response;
  /** Writes down that it was taken away: before a byte leaves. */
  readonly record: () => Promise<void>;
}

/** Sends the file. The first page is read before anything is said, so that what is wrong can still be told. */
async function send({ list, format, columns, variables }: AskedExport, context: RequestContext, { schema, response, record }: Sending): Promise<void> {
  const pages = exportPages(schema, { list, columns, variables }, context);
  const first = await pages.next();
  const { language } = context.viewer;
  const title = list.label[language];
  const name = `${title} ${localDate(context.now.getTime(), context.company.zone)}.${format}`;
  let rows = 0;
  async function* all(): AsyncGenerator<readonly Cell[][]> {
    for (let next = first; !next.done; next = await pages.next()) {
      rows += next.value.length;
      if (format === 'xlsx' && rows >= mostRows) throw new Error(`A sheet holds ${mostRows} rows.`);
      yield next.value;
    }
  }
  await record();
  // Whoever stops reading holds a connection: he is let go.
  response.setTimeout(longestPause, () => response.destroy());
  response.set({
    'content-type': format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff',
  });
  const heading = headingOf(columns, language);
  await (format === 'csv' ? writeCsv(heading, all(), response) : writeXlsx({ title, heading, columns }, all(), response));
}

/** Who took what away, and when. */
const tell = (em: Em, { list, format, columns, variables }: AskedExport, context: RequestContext): Promise<void> =>
  em.transactional((inner) => appendCompanyEvent(inner as Em, 'listExported', {
    id: context.company.id, list: list.key, format, columns: columns.map(({ key }) => key), arguments: Object.keys(variables),
  }, writingOf(context)));

function refuse(error: unknown, log: Log, request: Request, response: Response): void {
  const requestId = requestIdOf(request);
  // Whoever reads must not take half a file for a whole one.
  if (response.headersSent) {
    log.warn('an export broke off', { requestId, error });
    return void response.destroy();
  }
  const { status, code, message } = told(error);
  if (code === 'INTERNAL') log.error('an export failed', { requestId, error });
  response.removeHeader('content-disposition');
  response.status(status).json({ errors: [{ message, extensions: { code, requestId } }] });
}

const statuses: Readonly<Record<string, number>> = { FORBIDDEN: 403, NOT_FOUND: 404, UNAUTHENTICATED: 401 };

function told(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof WrongExport) return error;
  const code = publicCode(error);
  if (code && error instanceof GraphQLError) return { status: statuses[code] ?? 400, code, message: error.message };
  return { status: 500, code: 'INTERNAL', message: 'Something went wrong on our side. Try again; if it stays, tell your administrator this id.' };
}
