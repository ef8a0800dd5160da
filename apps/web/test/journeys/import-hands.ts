import type { Page } from 'playwright';

/** Let go over the page by a mouse that holds a file. */
export async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(({ called, text }) => {
    const held = new DataTransfer();
    held.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], called));
    return held;
  }, { called: name, text: bytes.toString('base64') });
  const zone = page.getByRole('group', { name: 'File', exact: true });
  await zone.dispatchEvent('dragover', { dataTransfer: data });
  await zone.dispatchEvent('drop', { dataTransfer: data });
}

export const field = (page: Page, column: string) => page.getByRole('combobox', { name: `Where “${column}” goes` }).or(page.getByRole('textbox', { name: `Where “${column}” goes` })).first();

/** Tab by tab, as one without a mouse goes. */
export async function tabTo(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.getAttribute('aria-label') === wanted, label)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No Tab leads to ${label}.`);
}

/** Down an open list until this option is the one that Enter takes. */
export async function arrowTo(page: Page, option: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    const active = await page.evaluate(() => document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')?.textContent);
    if (active === option) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`No arrow leads to ${option}.`);
}
