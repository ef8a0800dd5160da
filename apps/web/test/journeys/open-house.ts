import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { openBrowser } from './open-browser.ts';

const root = join(import.meta.dirname, '../../../..');
const password = 'a-journey-of-one-s-own';

export interface House {
  readonly origin: string;
  readonly browser: Browser;
  /** Where its database lies. */
  readonly folder: string;
  /** Somebody of the demo company, or of this address, in a browser of his own, signed in by the door. */
  enter(who: string, options?: { readonly scheme?: 'light' | 'dark'; readonly width?: number; readonly language?: 'en' | 'es'; readonly password?: string }): Promise<Page>;
  /** Ends the server and leaves its database, to be looked into. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** A server of its own with the demo company on the embedded database, as it is shipped: built app, safelist on. */
export async function openHouse(demo: 'off' | '150' = '150'): Promise<House> {
  for (const part of ['apps/api/dist/main.js', 'apps/web/dist/index.html']) {
    if (!existsSync(join(root, part))) throw new Error(`${part} is missing: build first (pnpm build).`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'orbita-journey-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = spawn(process.execPath, [join(root, 'apps/api/dist/main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env, PORT: String(port), ORBITA_URL: origin, ORBITA_DATA_DIR: folder, ORBITA_DEMO: demo,
      ORBITA_ADMIN_EMAIL: 'admin@orbita.example', ORBITA_ADMIN_PASSWORD: password,
    },
  });
  await ready(origin, server);
  const browser = await openBrowser();
  const contexts: BrowserContext[] = [];
  const stop = async () => {
    if (server.exitCode !== null) return;
    server.kill('SIGTERM');
    await new Promise((resolve) => { server.once('exit', resolve); });
  };
  return {
    origin,
    browser,
    folder,
    enter: async (who, { scheme = 'light', width = 1440, language = 'en', password: own = password } = {}) => {
      const context = await browser.newContext({ baseURL: origin, colorScheme: scheme, viewport: { width, height: 900 } });
      contexts.push(context);
      context.setDefaultTimeout(12_000);
      await context.addInitScript((chosen) => localStorage.setItem('PARAGLIDE_LOCALE', chosen), language);
      const page = await context.newPage();
      await page.goto('/sign-in');
      await page.getByRole('textbox', { name: language === 'en' ? 'E-mail' : 'Correo' }).fill(who.includes('@') ? who : `${who}@almendra.example`);
      await page.locator('input[name=password]').fill(own);
      await page.keyboard.press('Enter');
      await page.waitForURL(`${origin}/`);
      return page;
    },
    stop,
    close: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
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
