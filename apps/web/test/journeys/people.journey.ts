import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findInLightAndDark } from './find-with-axe.ts';
import { type House, openHouse } from './open-house.ts';

let house: House;
let admin: Page;
let eva: Page;
let secret: string;
let recovery: readonly string[];
const chosen = 'a sentence nobody guesses';

beforeAll(async () => {
  house = await openHouse('empty');
  admin = await house.enter('admin@orbita.example');
  admin.context().setDefaultTimeout(20_000);
});
afterAll(() => house?.close());

const letters = () => {
  const outbox = join(house.place.folder, 'outbox');
  if (!existsSync(outbox)) return [];
  return readdirSync(outbox).sort().map((file) => readFileSync(join(outbox, file), 'utf8').replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='));
};
const linkFor = (email: string) => /http:\S+\/invitation\?token=\S+/.exec(letters().findLast((letter) => letter.includes(`To: ${email}`))!)![0];

/** A browser of somebody who is not signed in. */
async function open(path: string, width = 390): Promise<Page> {
  const context = await house.browser.newContext({ baseURL: house.origin, viewport: { width, height: 900 }, colorScheme: 'light' });
  context.setDefaultTimeout(20_000);
  await context.addInitScript(() => { if (!localStorage.getItem('PARAGLIDE_LOCALE')) localStorage.setItem('PARAGLIDE_LOCALE', 'en'); });
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

async function typePassword(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('eva@mail.example');
  await page.locator('input[name=password]').fill(chosen);
  await page.keyboard.press('Enter');
}

it('an administrator invites two at once by keyboard, and is told which address is at fault', async () => {
  await admin.goto('/settings/users');
  await admin.getByRole('grid').waitFor();
  await admin.keyboard.press('i');
  const dialog = admin.getByRole('dialog', { name: 'Invite people' });
  await dialog.getByRole('combobox', { name: 'E-mail addresses' }).or(dialog.getByRole('textbox', { name: 'E-mail addresses' })).first().pressSequentially('admin@orbita.example eva@mail.example jon@mail.example ');
  await admin.keyboard.press('Control+Enter');
  await dialog.getByText('admin@orbita.example: “admin@orbita.example” is already taken').waitFor();
  expect(await findInLightAndDark(admin)).toEqual([]);
  for (let at = 0; at < 3; at += 1) await admin.keyboard.press('Backspace');
  await admin.keyboard.type('eva@mail.example jon@mail.example');
  await admin.keyboard.press('Control+Enter');
  await admin.getByText('2 invitations are on their way.').waitFor();
  await admin.getByRole('row').filter({ hasText: 'jon@mail.example' }).waitFor();
  expect(letters()).toHaveLength(2);
  await admin.getByRole('button', { name: 'Take back the invitation of jon@mail.example' }).click();
  await admin.getByText('The invitation of jon@mail.example is taken back.').waitFor();
  expect(await findInLightAndDark(admin)).toEqual([]);
});

it('whoever holds a link that was taken back is told so, and whom to ask', async () => {
  const page = await open(linkFor('jon@mail.example'));
  await page.getByText('This invitation was taken back.').waitFor();
  await page.getByRole('link', { name: 'admin@orbita.example', exact: true }).waitFor();
  expect(await findInLightAndDark(page)).toEqual([]);
  await page.context().close();
});

it('the invited says how she is called, chooses a password, and is in', async () => {
  eva = await open(linkFor('eva@mail.example'));
  await eva.getByRole('heading', { level: 1, name: 'Welcome to Orbita' }).waitFor();
  expect(await findInLightAndDark(eva)).toEqual([]);
  await eva.getByRole('textbox', { name: 'Name' }).fill('Eva Ruiz');
  await eva.locator('input[name=password]').fill(chosen);
  await eva.locator('input[name=repeated]').fill(chosen);
  await eva.keyboard.press('Enter');
  await eva.waitForURL(`${house.origin}/`);
  await eva.getByRole('heading', { level: 1 }).waitFor();
});

it('she turns two-factor authentication on, and keeps her recovery codes', async () => {
  await eva.goto('/settings/profile');
  await eva.getByRole('button', { name: 'Set up' }).click();
  const dialog = eva.getByRole('dialog', { name: 'Set up two-factor authentication' });
  await dialog.locator('input[name=password]').fill(chosen);
  await eva.keyboard.press('Enter');
  await dialog.getByRole('img', { name: 'Picture for the camera of your authenticator' }).waitFor();
  expect(await findInLightAndDark(eva)).toEqual([]);
  secret = (await dialog.locator('code').textContent())!.replaceAll(' ', '');
  await dialog.getByRole('textbox', { name: 'Code' }).fill(new TOTP({ secret }).generate({ timestamp: Date.now() }));
  await eva.keyboard.press('Enter');
  await dialog.getByText('They are not shown again.').waitFor();
  recovery = await dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allTextContents();
  expect(recovery).toHaveLength(10);
  expect(await findInLightAndDark(eva)).toEqual([]);
  await eva.keyboard.press('Enter');
  await eva.getByText('On. You sign in with your password and a code').waitFor();
  await admin.goto('/settings/users?q=Eva');
  await admin.getByRole('row').filter({ hasText: 'Eva Ruiz' }).getByText('on', { exact: true }).waitFor();
});

it('she signs out, and in again with a code that she pastes with a space in it', async () => {
  await eva.evaluate(() => fetch('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }));
  await typePassword(eva);
  await eva.getByRole('heading', { level: 1, name: 'One more step' }).waitFor();
  const field = eva.getByRole('textbox', { name: 'Code' });
  await expect.poll(() => field.evaluate((element) => element === document.activeElement), { timeout: 10_000 }).toBe(true);
  expect([await field.getAttribute('autocomplete'), await field.getAttribute('inputmode')]).toEqual(['one-time-code', 'numeric']);
  expect(await findInLightAndDark(eva)).toEqual([]);
  await eva.keyboard.type('000000');
  await eva.getByText('This code does not hold.').waitFor();
  const code = new TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 });
  // A pasted text arrives as one change of the field.
  await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await eva.waitForURL(`${house.origin}/`);
  await eva.getByRole('heading', { level: 1 }).waitFor();
});

it('without her telephone a recovery code lets her in, once', async () => {
  for (const [code, lets] of [[recovery[0]!, true], [recovery[0]!, false]] as const) {
    const page = await open('/sign-in');
    await typePassword(page);
    await page.getByRole('button', { name: 'The authenticator is not at hand' }).click();
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(code);
    await page.keyboard.press('Enter');
    if (lets) {
      await page.waitForURL(`${house.origin}/`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    } else await page.getByText('This recovery code does not hold, or was used already.').waitFor();
    if (!lets) expect(await findInLightAndDark(page)).toEqual([]);
    await page.context().close();
  }
});

it('where the company asks for it, whoever lacks it sets it up before anything else', async () => {
  await admin.goto('/settings/users?tab=roles');
  await admin.getByRole('combobox', { name: 'Two-factor authentication is demanded of' }).click();
  await admin.getByRole('option', { name: 'Administrator', exact: true }).click();
  await admin.keyboard.press('Escape');
  expect(await findInLightAndDark(admin)).toEqual([]);
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await admin.getByText('It holds from the next step of each person on.').waitFor();
  await expect.poll(() => admin.goto('/customers').then(() => admin.waitForURL('**/two-factor?**', { timeout: 5000 }).then(() => true, () => false)), { timeout: 40_000 }).toBe(true);
  await admin.getByText('Your company asks for a second factor.').waitFor();
  expect(await findInLightAndDark(admin)).toEqual([]);
  await admin.goto('/customers');
  await admin.waitForURL('**/two-factor?**');
  await admin.locator('input[name=password]').fill('a-journey-of-one-s-own');
  await admin.keyboard.press('Enter');
  const own = (await admin.locator('code').textContent())!.replaceAll(' ', '');
  await admin.getByRole('textbox', { name: 'Code' }).fill(new TOTP({ secret: own }).generate({ timestamp: Date.now() }));
  await admin.keyboard.press('Enter');
  await admin.getByRole('button', { name: 'I have kept them' }).click();
  await admin.waitForURL('**/customers');
});

it('the list of people is sorted by a click on a head, in the address too', async () => {
  await admin.goto('/settings/users');
  const rows = admin.getByRole('grid').getByRole('row');
  const mails = async () => (await rows.allTextContents()).flatMap((text) => text.match(/[a-z]+@[a-z.]+\.example/g) ?? []);
  await rows.nth(2).waitFor();
  await admin.getByRole('button', { name: 'E-mail', exact: true }).click();
  await admin.waitForURL(/sort=email/);
  await expect.poll(async () => (await mails()).join() === (await mails()).toSorted().join(), { timeout: 10_000 }).toBe(true);
  await admin.getByRole('button', { name: 'E-mail', exact: true }).click();
  await admin.waitForURL(/desc=true/);
  await admin.reload();
  await rows.nth(2).waitFor();
  expect(await mails()).toEqual((await mails()).toSorted().toReversed());
  expect((await mails()).length).toBeGreaterThan(1);
});

it('an administrator takes the second factor from somebody who lost it, and signs him out', async () => {
  await admin.goto('/settings/users?q=Eva');
  await admin.getByRole('row').filter({ hasText: 'Eva Ruiz' }).click();
  const panel = admin.getByRole('dialog', { name: 'Eva Ruiz' });
  await panel.getByRole('button', { name: 'Reset', exact: true }).click();
  await admin.getByRole('dialog', { name: 'Reset the two-factor authentication of Eva Ruiz?' }).getByRole('button', { name: 'Reset', exact: true }).click();
  await admin.getByText('Eva Ruiz signs in with the password alone again.').waitFor();
  // The page may leave for the door before it has loaded.
  await eva.goto('/customers').catch(() => {});
  await expect.poll(() => eva.url()).toContain('/sign-in?');
  await typePassword(eva);
  await eva.waitForURL(`${house.origin}/`);
  await admin.goto('/settings/audit');
  for (const sentence of ['Person invited', 'Invitation taken up', 'Two-factor authentication of a person reset', 'A recovery code used']) await admin.getByText(sentence).first().waitFor();
});
