import { type Browser, chromium } from 'playwright';
import { flags, resolveBrowser } from '../browser.ts';

export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await resolveBrowser();
  return await chromium.launch({ ...(executablePath ? { executablePath } : {}), env, args: flags });
}
