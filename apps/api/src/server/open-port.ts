import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OpenPort {
  readonly server: Server;
  readonly port: number;
  /** From here on requests are answered; before, they are told to wait. */
  answerWith(listener: RequestListener): void;
  /** Takes no new connection and resolves when the last request is answered. */
  finish(): Promise<void>;
}

const patience = 30_000;
/** How long a request may take to come in whole, and how long a file: a million rows over a slow line are an hour. */
const arrival = 120_000;
const arrivalOfFile = 3_600_000;

/** Takes the port first, so that a port in use is said before minutes of other work. */
export async function openPort(wanted: number): Promise<OpenPort> {
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'retry-after': '2', 'content-type': 'application/json' });
    response.end('{"status":"not ready","missing":"This server is starting."}');
  };
  const server = createServer({ requestTimeout: arrivalOfFile, headersTimeout: 20_000 }, (request, response) => {
    boundArrival(request, response);
    answer(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${wanted} is in use. Stop what uses it, or set PORT to another number.`) : error);
    });
    server.listen(wanted, resolve);
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    answerWith: (listener) => { answer = listener; },
    finish: () => new Promise((resolve) => {
      if (!server.listening) return resolve();
      // A kept-alive connection becomes idle only after its answer: look again until none is left.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const enough = setTimeout(() => server.closeAllConnections(), patience);
      server.close(() => {
        clearInterval(idle);
        clearTimeout(enough);
        resolve();
      });
      server.closeIdleConnections();
    }),
  };
}

const isFile = ({ method, url }: IncomingMessage): boolean => method === 'POST' && url?.startsWith('/api/imports/files') === true;

/** Whoever dribbles a request holds a connection no longer than this; one that hands a file in, until it is answered. */
function boundArrival(request: IncomingMessage, response: ServerResponse): void {
  const begin = () => {
    if (request.complete) return;
    const late = setTimeout(() => { if (!request.complete) request.destroy(); }, arrival).unref();
    request.once('close', () => clearTimeout(late));
  };
  if (isFile(request)) response.once('finish', begin);
  else begin();
}
