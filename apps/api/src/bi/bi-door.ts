import { appendCompanyEvent } from '@orbita/database/company';
import type { Em } from '@orbita/database/connection';
import { type Database, inSnapshot } from '@orbita/database/database';
import { type BiColumn, biColumns, type BiOperation, biOperations } from '@orbita/schema/bi';
import { exportPages } from '@orbita/schema/exports';
import { writingOf } from '@orbita/schema/request';
import { type Request, type Response, Router } from 'express';
import type { GraphQLSchema } from 'graphql';
import { argumentsOf, type InTurn, type Pages, refuseExport, sendPages, WrongExport, writeCsv } from '#exports';
import type { ContextMaker } from '#graphql';
import { type Log, requestIdOf } from '#http';
import { type KeyReader, readerByKey } from '#keys';
import { writeJson } from './write-json.ts';

export interface BiParts {
  readonly database: Database;
  readonly schema: GraphQLSchema;
  readonly contextOf: ContextMaker;
  readonly inTurn: InTurn;
  readonly publicUrl: URL;
  readonly log: Log;
}

const formats = {
  csv: { type: 'text/csv; charset=utf-8; header=present', write: (columns: readonly BiColumn[], pages: Pages, response: Response, mark: boolean) => writeCsv(columns.map(({ name }) => name), pages, response, { mark }) },
  json: { type: 'application/json; charset=utf-8', write: (columns: readonly BiColumn[], pages: Pages, response: Response) => writeJson(columns, pages, response, { array: true }) },
  ndjson: { type: 'application/x-ndjson; charset=utf-8', write: (columns: readonly BiColumn[], pages: Pages, response: Response) => writeJson(columns, pages, response, { array: false }) },
} as const;

const isFormat = (text: string): text is keyof typeof formats => Object.hasOwn(formats, text);

/**
 * `GET /bi/v1/…`, by an access key alone: the catalogue, the columns of an operation, and its rows, which are those that
 * the owner of the key is shown in the lists of the product. Nothing is written here.
 */
export function biDoor(parts: BiParts): Router {
  const { database, schema, inTurn, publicUrl, log } = parts;
  const around = async (request: Request, response: Response): Promise<{ reader: KeyReader; operations: BiOperation[] }> => {
    const reader = await readerByKey(database, request.get('authorization'));
    response.set({ 'cache-control': 'private, no-store', vary: 'authorization' });
    if (!reader) {
      response.set('www-authenticate', 'Bearer realm="Orbita", Basic realm="Orbita", charset="UTF-8"');
      throw new WrongExport(401, 'UNAUTHENTICATED', 'Give an access key that opens: as Bearer, or as the password of Basic. Keys are made under Settings › BI access.');
    }
    if (reader.lacksSecondFactor) throw new WrongExport(403, 'FORBIDDEN', 'The owner of this key has to set up a second factor: signing in to the web app asks for it. The key opens again then.');
    return { reader, operations: await biOperations(database.em.fork() as Em, reader.viewer) };
  };
  const named = (operations: readonly BiOperation[], name: string): BiOperation => {
    const found = operations.find((one) => one.name === name);
    if (!found) throw new WrongExport(404, 'NOT_FOUND', 'There is no such operation for this key. See /bi/v1/catalog.');
    return found;
  };
  const addressOf = (path: string) => new URL(`/bi/v1/${path}`, publicUrl).href;
  const catalog = async (request: Request, response: Response): Promise<void> => {
    const { operations } = await around(request, response);
    response.json({
      operations: operations.map(({ name, list }) => ({
        name, label: list.label.en, schema: addressOf(`${name}/schema`), parameters: list.variables,
        rows: Object.fromEntries(Object.keys(formats).map((format) => [format, addressOf(`${name}.${format}`)])),
      })),
    });
  };
  const columnsOf = async (request: Request<{ name: string }>, response: Response): Promise<void> => {
    const { list, columns, name } = named((await around(request, response)).operations, request.params.name);
    response.json({ name, key: ['id'], columns: biColumns(columns), parameters: list.variables });
  };
  const rows = async (request: Request<{ file: string }>, response: Response): Promise<void> => {
    const { reader, operations } = await around(request, response);
    const [, name = '', format = ''] = /^(.+)\.(\w+)$/.exec(request.params.file) ?? [];
    const operation = named(operations, name);
    if (!isFormat(format)) throw new WrongExport(404, 'NOT_FOUND', `Rows are .${Object.keys(formats).join(', .')}.`);
    const { dialect, ...given } = request.query;
    if (dialect !== undefined && dialect !== 'excel') throw new WrongExport(400, 'BAD_USER_INPUT', 'The only other dialect is "excel".');
    const variables = argumentsOf(given, operation.list, schema);
    await inTurn(reader.keyId, () => send({ ...parts, response, requestId: requestIdOf(request) }, reader, { operation, format, variables, mark: dialect === 'excel' }));
  };
  const told = <Params>(answer: (request: Request<Params>, response: Response) => Promise<void>) => (request: Request<Params>, response: Response) =>
    void answer(request, response).catch((error: unknown) => refuseExport(error, log, request, response));
  return Router().get('/catalog', told(catalog)).get('/:name/schema', told(columnsOf)).get('/:file', told(rows));
}

interface Asked {
  readonly operation: BiOperation;
  readonly format: keyof typeof formats;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether a CSV begins with the mark by which Excel knows UTF-8. */
  readonly mark: boolean;
}

async function send(
  { database, schema, contextOf, requestId, response }: BiParts & { readonly requestId: string; readonly response: Response },
  { viewer, keyId }: KeyReader, { operation: { name, list, columns }, format, variables, mark }: Asked,
): Promise<void> {
  const context = await contextOf({ viewer, requestId, channel: 'API' });
  const record = () => (database.em.fork() as Em).transactional((em) => appendCompanyEvent(em as Em, 'listExported', {
    id: context.company.id, list: list.key, format, operation: name, accessKeyId: keyId, arguments: Object.keys(variables),
  }, writingOf(context)));
  await inSnapshot(database, (em) => sendPages(exportPages(schema, { list, columns, variables }, { ...context, em }), {
    response, record,
    headers: { 'content-type': formats[format].type, 'content-disposition': `inline; filename="${name}.${format}"` },
    write: (pages) => formats[format].write(biColumns(columns), pages, response, mark),
  }));
}
