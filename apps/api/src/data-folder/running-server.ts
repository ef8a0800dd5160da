import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the server of this folder listens and what opens its door for commands; readable by the same user only. */
export interface RunningServer {
  readonly url: string;
  readonly token: string;
}

const pathIn = (folder: string): string => join(folder, 'server.json');

export const newToken = (): string => randomBytes(32).toString('base64url');

export function announceServer(folder: string, server: RunningServer): { withdraw(): void } {
  rmSync(pathIn(folder), { force: true });
  writeFileSync(pathIn(folder), JSON.stringify(server), { mode: 0o600 });
  return { withdraw: () => rmSync(pathIn(folder), { force: true }) };
}

export function findServer(folder: string): RunningServer | undefined {
  try {
    return JSON.parse(readFileSync(pathIn(folder), 'utf8')) as RunningServer;
  } catch {
    return undefined;
  }
}
