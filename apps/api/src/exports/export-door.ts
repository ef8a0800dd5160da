import { appendCompanyEvent } from '@orbita/database/company';
import type { Em } from '@orbita/database/connection';
import { type Database, inSnapshot } from '@orbita/database/database';
import { localDate } from '@orbita/domain/calendar';
import { exportPages, headingOf } from '@orbita/schema/exports';
import { type RequestContext, writingOf } from '@orbita/schema/request';
import { type Request, type Response, Router } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { ContextMaker } from '#graphql';
import { type Log, requestIdOf } from '#http';
import type { Sessions } from '#sessions';
import { askedExport, type AskedExport } from './asked-export.ts';
import type { InTurn } from './at-once.ts';
import { refuseExport } from './refuse-export.ts';
import { type Pages, sendPages } from './send-pages.ts';
import { writeCsv } from './write-csv.ts';
import { mostRows, writeXlsx } from './write-xlsx.ts';
import { WrongExport } from './wrong-export.ts';

export interface ExportParts {
  readonly database: Database;
  readonly schema: GraphQLSchema;
  readonly sessions: Sessions;
  readonly contextOf: ContextMaker;
  readonly inTurn: InTurn;
  readonly log: Log;
}

/** `GET /api/export/<list>.csv|.xlsx?…`: a list whole, as its viewer is shown it; what breaks midway breaks the connection. */
export function exportDoor({ database, schema, sessions, contextOf, inTurn, log }: ExportParts): Router {
  const take = async (request: Request<{ file: string }>, response: Response): Promise<void> => {
    const signedIn = await sessions.signedIn(new Headers({ cookie: request.get('cookie') ?? '' }));
    if (!signedIn) throw new WrongExport(401, 'UNAUTHENTICATED', 'Sign in first.');
    if (signedIn.setCookies.length > 0) response.append('set-cookie', [...signedIn.setCookies]);
    const { language } = request.query;
    const viewer = { ...signedIn.viewer, language: language === 'en' || language === 'es' ? language : signedIn.viewer.language };
    const asked = await askedExport(request.params.file, request.query, viewer, { em: database.em.fork() as Em, schema });
    await inTurn(viewer.userId, async () => {
      const context = await contextOf({ viewer, requestId: requestIdOf(request), channel: 'WEB' });
      const record = () => tell(database.em.fork() as Em, asked, context);
      await inSnapshot(database, (em) => send(asked, { ...context, em }, { schema, response, record }));
    });
  };
  return Router().get('/:file', (request, response) => take(request, response).catch((error: unknown) => refuseExport(error, log, request, response)));
}

async function send(
  { list, format, columns, variables }: AskedExport, context: RequestContext,
  { schema, response, record }: { readonly schema: GraphQLSchema; readonly response: Response; readonly record: () => Promise<void> },
): Promise<void> {
  const { language } = context.viewer;
  const title = list.label[language];
  const name = `${title} ${localDate(context.now.getTime(), context.company.zone)}.${format}`;
  const heading = headingOf(columns, language);
  await sendPages(exportPages(schema, { list, columns, variables }, context), {
    response, record,
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
    write: (pages) => (format === 'csv' ? writeCsv(heading, pages, response) : writeXlsx({ title, heading, columns }, fitting(pages), response)),
  });
}

/** Breaks off rather than write more than a sheet holds. */
async function* fitting(pages: Pages): Pages {
  let rows = 0;
  for await (const page of pages) {
    rows += page.length;
    if (rows >= mostRows) throw new Error(`A sheet holds ${mostRows} rows.`);
    yield page;
  }
}

/** Who took what away, and when. */
const tell = (em: Em, { list, format, columns, variables }: AskedExport, context: RequestContext): Promise<void> =>
  em.transactional((inner) => appendCompanyEvent(inner as Em, 'listExported', {
    id: context.company.id, list: list.key, format, columns: columns.map(({ key }) => key), arguments: Object.keys(variables),
  }, writingOf(context)));
