import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const everything = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What axe finds wrong on the page as it stands, in lines that name the element. */
export const findWithAxe = (page: Page): Promise<string[]> => run(page, everything);

/** What axe finds in light, and in what the dark changes: the colours. The page is left in light. */
export async function findInLightAndDark(page: Page): Promise<string[]> {
  const light = await findWithAxe(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.locator('[data-mantine-color-scheme=dark]').waitFor({ state: 'attached' });
  const dark = await run(page, colours);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((found) => `dark: ${found}`)];
}

async function run(page: Page, runOnly: object): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } };
    const { violations } = await axe.run({ runOnly: only });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`))
      // What lies half under the edge of a list that scrolls, or below an open calendar, is no small target.
      .filter((found) => !found.includes('partially obscured'));
  }, runOnly);
}
