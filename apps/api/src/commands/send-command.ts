import { openDatabase } from '@orbita/database/database';
import { findServer } from '#data-folder';
import type { Environment } from '#environment';
import type { Told } from './command.ts';
import { runCommand } from './registry.ts';

/**
 * Carries out a command where the data is: on PostgreSQL here and now, with the embedded database through the server
 * that has it open. Answers whether it was done.
 */
export async function sendCommand(
  environment: Environment, name: string, input: Readonly<Record<string, unknown>>, show: (told: Told) => void,
): Promise<boolean> {
  let done = false;
  const tell = (told: Told) => {
    done = 'done' in told;
    show(told);
  };
  await (environment.databaseUrl ? runHere(environment.databaseUrl, name, input, tell) : runThere(environment.dataDir, name, input, tell));
  return done;
}

async function runHere(url: string, name: string, input: Readonly<Record<string, unknown>>, tell: (told: Told) => void): Promise<void> {
  const database = await openDatabase({ url, poolSize: 2 });
  await runCommand(database, name, input, tell).finally(() => database.close());
}

async function runThere(dataDir: string, name: string, input: Readonly<Record<string, unknown>>, tell: (told: Told) => void): Promise<void> {
  const server = findServer(dataDir);
  const missing = `No Orbita is running on ${dataDir}. Start it (pnpm start), or set DATABASE_URL, and try again.`;
  if (!server) return tell({ refused: missing });
  const response = await fetch(`${server.url}/api/admin/${name}`, {
    method: 'POST', body: JSON.stringify(input),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${server.token}` },
  }).catch(() => undefined);
  if (!response?.ok || !response.body) return tell({ refused: missing });
  let rest = '';
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) tell(JSON.parse(line) as Told);
  }
}
