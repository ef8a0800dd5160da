import type { Page } from 'playwright';

/** Opens the list of facts to filter by and looks for one. The list has the focus before one types: here nobody waits as people do. */
export async function findFact(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement && document.activeElement.placeholder === 'Find a fact…');
  await page.keyboard.type(words);
}
