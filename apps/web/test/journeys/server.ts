import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { environmentOf, type Place } from './place.ts';

const root = join(import.meta.dirname, '../../../..');

/** Of everybody in the example company, and of its administrator. */
export const password = 'a-journey-of-one-s-own';

/** A server of its own in this place, as it is shipped: built app, safelist on. */
export async function startServer(place: Place, demo: 'off' | '150'): Promise<{ readonly origin: string; readonly server: ChildProcess }> {
  for (const part of ['apps/api/dist/main.js', 'apps/web/dist/index.html']) {
    if (!existsSync(join(root, part))) throw new Error(`${part} is missing: build first (pnpm build).`);
  }
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = spawn(process.execPath, [join(root, 'apps/api/dist/main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      // Two dozen start in a run: what the first compiles, the others need not.
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/orbita/compiled'),
      ...process.env, ...environmentOf(place), PORT: String(port), ORBITA_URL: origin, ORBITA_DEMO: demo,
      ORBITA_ADMIN_EMAIL: 'admin@orbita.example', ORBITA_ADMIN_PASSWORD: password,
    },
  });
  await ready(origin, server);
  return { origin, server };
}

export async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => { server.once('exit', resolve); });
  server.kill('SIGTERM');
  await ended;
}

/** A port that nobody listens on: houses stand side by side, whatever else runs on the machine. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function ready(origin: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error('The server stopped before it was ready.');
    if (await fetch(`${origin}/readyz`).then(({ ok }) => ok, () => false)) return;
    await new Promise((resolve) => { setTimeout(resolve, 250); });
  }
  throw new Error('The server was not ready within 50 seconds.');
}
