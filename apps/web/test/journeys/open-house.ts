import type { Browser, BrowserContext, Page } from 'playwright';
import { inject } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { clearAway, newPlace, type Place } from './place.ts';
import { password, startServer, stopServer } from './server.ts';

export interface House {
  readonly origin: string;
  readonly browser: Browser;
  readonly place: Place;
  /** Somebody of the demo company, or of this address, in a browser of his own: signed in by the door and at home; again, before any page. */
  enter(who: string, options?: { readonly scheme?: 'light' | 'dark'; readonly width?: number; readonly language?: 'en' | 'es'; readonly password?: string }): Promise<Page>;
  /** Ends the server and leaves its database, to be looked into. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** A house of one's own: a server on a database of its own, empty or with a copy of the example, and a browser. */
export async function openHouse(company: 'empty' | 'example' = 'example'): Promise<House> {
  const place = await newPlace(company === 'example' ? inject('example') : undefined);
  const { origin, server } = await startServer(place, company === 'empty' ? 'off' : '150');
  const browser = await openBrowser();
  const contexts: BrowserContext[] = [];
  /** Who came in by the door: his next browser brings his session along. */
  const known = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();
  const stop = () => stopServer(server);
  return {
    origin,
    browser,
    place,
    enter: async (who, { scheme = 'light', width = 1440, language = 'en', password: own = password } = {}) => {
      const session = known.get(who);
      const context = await browser.newContext({ baseURL: origin, colorScheme: scheme, viewport: { width, height: 900 }, ...(session ? { storageState: session } : {}) });
      contexts.push(context);
      context.setDefaultTimeout(20_000);
      await context.addInitScript((chosen) => localStorage.setItem('PARAGLIDE_LOCALE', chosen), language);
      const page = await context.newPage();
      if (session) return page;
      await page.goto('/sign-in');
      await page.getByRole('textbox', { name: language === 'en' ? 'E-mail' : 'Correo' }).fill(who.includes('@') ? who : `${who}@almendra.example`);
      await page.locator('input[name=password]').fill(own);
      await page.keyboard.press('Enter');
      await page.waitForURL(`${origin}/`);
      known.set(who, { ...await context.storageState(), origins: [] });
      return page;
    },
    stop,
    close: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
      await stop();
      await clearAway(place);
    },
  };
}
