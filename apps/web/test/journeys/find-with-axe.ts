import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const everything = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
// Of a long list five rows are looked at: the others are drawn alike, and each is held against all that may lie upon it.
const alike = { exclude: [['[role=grid] [role=row]:nth-child(n+6)']] };
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What axe finds wrong on the page as it stands, in lines that name the element. */
export const findWithAxe = (page: Page): Promise<string[]> => run(page, everything);

/** What axe finds in light, and in what the dark changes: the colours. The page is left in light. */
export async function findInLightAndDark(page: Page): Promise<string[]> {
  const light = await findWithAxe(page);
  await change(page, 'dark');
  const dark = await run(page, colours);
  await change(page, 'light');
  return [...light, ...dark.map((found) => `dark: ${found}`)];
}

const colour = () => getComputedStyle(document.body).color;

/** Until the colours are those of the scheme: they follow after it. */
async function change(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  const before = await page.evaluate(colour);
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction((was) => getComputedStyle(document.body).color !== was, before);
}

/** Until what moves or fades has come to rest, but for what never does. */
const rest = (page: Page): Promise<unknown> => page.evaluate(async () => {
  await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
  const moving = document.getAnimations().flatMap((one) => (Number.isFinite(one.effect?.getComputedTiming().endTime) ? [one.finished] : []));
  // What is held back by the page, such as a hint that waits, ends when it likes.
  await Promise.race([Promise.allSettled(moving), new Promise((resolve) => { setTimeout(resolve, 2000); })]);
});

/** Wide enough for the parts of a page to scroll by themselves, the page stays where it is: else arrows move it into nothing. */
const scrollsAway = (page: Page): Promise<string[]> => page.evaluate(() => {
  const { scrollHeight = 0, clientHeight = 0 } = document.scrollingElement ?? {};
  return innerWidth >= 900 && document.querySelector('main') && document.querySelector('nav') && scrollHeight > clientHeight + 1 ? [`the page scrolls, ${scrollHeight} px of ${clientHeight}`] : [];
});

async function run(page: Page, runOnly: object): Promise<string[]> {
  await rest(page);
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(source);
  return [...await scrollsAway(page), ...await page.evaluate(async ([context, only]) => {
    const { axe } = globalThis as unknown as { axe: { run: (context: object, options: object) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } };
    const { violations } = await axe.run(context, { runOnly: only, resultTypes: ['violations'], preload: false, iframes: false });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`))
      // What lies half under the edge of a list that scrolls, or below an open calendar, is no small target.
      .filter((found) => !found.includes('partially obscured'));
  }, [alike, runOnly] as const)];
}
