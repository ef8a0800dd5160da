import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between a server and PostgreSQL and counts what is executed: no library can hide a statement from the wire. */
export async function statementCounter(url: string): Promise<{ url: string; counted: () => number; close: () => void }> {
  const { hostname, port } = new URL(url);
  let count = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(Number(port || 5432), hostname);
    const messages = frontendMessages((kind) => { if (kind === 'E' || kind === 'Q') count += 1; });
    client.on('data', messages);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      open.add(socket);
      socket.on('error', () => client.destroy());
    }
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as AddressInfo).port);
  const close = () => {
    for (const socket of open) socket.destroy();
    server.close();
  };
  return { url: through.href, counted: () => count, close };
}

/** Cuts the stream of one connection into messages: a start without a kind, then kind, length and body. */
function frontendMessages(tell: (kind: string) => void): (part: Buffer) => void {
  let rest = Buffer.alloc(0);
  let started = false;
  return (part) => {
    rest = Buffer.concat([rest, part]);
    for (;;) {
      const header = started ? 5 : 4;
      if (rest.length < header) return;
      const length = rest.readInt32BE(header - 4) + header - 4;
      if (rest.length < length) return;
      if (started) tell(String.fromCharCode(rest[0]!));
      started = true;
      rest = rest.subarray(length);
    }
  };
}
