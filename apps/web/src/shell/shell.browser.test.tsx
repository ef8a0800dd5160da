import { PageHeader } from '#design';
import { useShortcut } from '#shortcuts';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findings, me, show } from '../../test/show.tsx';
import { Shell } from './shell.tsx';

const found = async () => [{ id: 'c1', label: 'Vitral Seguros', detail: 'Zaragoza', href: '/customers/c1' }];
let made = 0;

function SomePage() {
  useShortcut({ keys: 'n', label: 'New customer', group: 'page', run: () => void made++ });
  return <><PageHeader title="Customers" /><input aria-label="Note" /></>;
}

const open = (as = me) => show(<Shell search={found} inboxCount={12}><SomePage /></Shell>, as);
const drawn = () => expect.element(page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible();

it('goes where G and a letter lead, but not while somebody types', async () => {
  const router = await open();
  await drawn();
  await userEvent.keyboard('gc');
  await expect.poll(() => router.state.location.pathname).toBe('/customers');
  await userEvent.click(page.getByLabelText('Note'));
  await userEvent.keyboard('gs');
  expect(router.state.location.pathname).toBe('/customers');
});

it('finds, goes and acts in the palette without the mouse', async () => {
  const router = await open();
  await drawn();
  await userEvent.keyboard('{Control>}k{/Control}');
  const field = page.getByRole('combobox');
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('new cu{Enter}');
  await expect.poll(() => made).toBe(1);
  await expect.element(field).not.toBeInTheDocument();
  await userEvent.keyboard('/');
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('vitral');
  await expect.element(page.getByRole('option', { name: /Vitral Seguros/ })).toBeVisible();
  expect(await findings()).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => router.state.location.pathname).toBe('/customers/c1');
});

it('lists the keys that work here, and keeps what is behind a dialog silent', async () => {
  const router = await open();
  await drawn();
  await userEvent.keyboard('?');
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await expect.element(page.getByRole('dialog').getByText('New customer')).toBeVisible();
  expect(await findings()).toEqual([]);
  const before = router.state.location.pathname;
  await userEvent.keyboard('gs');
  expect(router.state.location.pathname).toBe(before);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

it('shows settings only to those who may change them', async () => {
  await open({ ...me, role: 'sales' });
  await drawn();
  await expect.element(page.getByRole('link', { name: 'Customers' })).toBeVisible();
  expect(page.getByRole('link', { name: 'Users and roles' }).query()).toBeNull();
});

it('changes light and dark in the menu of the person', async () => {
  await open();
  await drawn();
  await userEvent.click(page.getByRole('button', { name: 'Ana Mora' }));
  await expect.element(page.getByRole('menuitemradio', { name: 'Dark' })).toBeVisible();
  expect(await findings()).toEqual([]);
  await userEvent.click(page.getByRole('menuitemradio', { name: 'Dark' }));
  await expect.poll(() => document.documentElement.dataset['mantineColorScheme']).toBe('dark');
});

it('names the document and skips to the content', async () => {
  await open();
  await drawn();
  expect(document.title).toBe('Customers · Orbita');
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByText('Skip to content')).toHaveFocus();
});
