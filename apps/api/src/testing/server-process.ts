import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface ServerProcess {
  readonly url: string;
  readonly output: () => string;
  signal(name: NodeJS.Signals): void;
  readonly exited: Promise<number | null>;
}

const main = join(import.meta.dirname, '../../dist/main.js');

/** The built program in a process of its own, as `pnpm start` runs it. Resolves when it answers, or has given up. */
export async function serverProcess(variables: Record<string, string>): Promise<ServerProcess> {
  if (!existsSync(main)) throw new Error('Build first: this test runs dist/main.js.');
  const child = spawn(process.execPath, [main], { env: { PATH: process.env['PATH'], PORT: '0', ORBITA_DEMO: 'off', ...variables } });
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<string>((resolve) => {
    const hear = (part: Buffer) => {
      output += part.toString();
      const url = /Orbita is ready in [\d.]+ s: (http:\S+?)(?=[\s"]|$)/.exec(output)?.[1];
      if (url) resolve(url);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  const url = await Promise.race([ready, exited.then(() => '')]);
  return { url, output: () => output, signal: (name) => void child.kill(name), exited };
}
