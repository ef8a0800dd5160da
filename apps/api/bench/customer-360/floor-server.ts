import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { byHand } from './by-hand.ts';

// A process of its own, as the product is one: /<which>/<customer id>.
const pool = new pg.Pool({ ...(process.env['DATABASE_URL'] ? { connectionString: process.env['DATABASE_URL'] } : {}), max: 10, options: '-c jit=off' });
const statements: Readonly<Record<string, string>> = {
  part: byHand({ orders: 10, timeline: 20, whole: false }), whole: byHand({ orders: 40, timeline: 40, whole: true }),
};

const server = createServer((request, response) => {
  const [, which = '', id = ''] = (request.url ?? '').split('/');
  pool.query<{ answer: string }>(statements[which] ?? '', [id]).then(({ rows }) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(rows[0]?.answer ?? 'null');
  }, (error: unknown) => {
    response.writeHead(500);
    response.end(String(error));
  });
});
server.listen(0, () => process.stdout.write(`ready ${(server.address() as AddressInfo).port}\n`));
process.on('SIGTERM', () => process.exit(0));
