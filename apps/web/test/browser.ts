import { existsSync } from 'node:fs';
import { bundledBrowser } from './bundled-browser.ts';

export interface Browser {
  readonly executablePath: string | undefined;
  readonly env: Record<string, string>;
}

/** Chromium runs as root in containers and must not call home. Pages live for seconds: what compiling well costs is not won back. */
export const flags = [
  '--js-flags=--no-maglev --no-turbofan',
  '--no-sandbox', '--disable-gpu', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-first-run',
];

const installed: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['C:/Program Files/Google/Chrome/Application/chrome.exe'],
};

const environment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** In this order: CHROMIUM_PATH, the bundled one on linux-x64, an installed Chrome, else Playwright's own (undefined). */
export async function resolveBrowser(): Promise<Browser> {
  const env = environment();
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH, env };
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      return await bundledBrowser(env);
    } catch (error) {
      console.warn('The bundled Chromium cannot be unpacked; looking for an installed one.', error);
    }
  }
  return { executablePath: installed[process.platform]?.find((path) => existsSync(path)), env };
}
