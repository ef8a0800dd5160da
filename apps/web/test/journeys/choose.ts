import type { Page } from 'playwright';

/** Takes an option of a field that opens a list, by what both are called. */
export async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).or(page.getByRole('textbox', { name: field })).last().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
