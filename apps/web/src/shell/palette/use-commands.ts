import { useMe } from '#access';
import { useActiveShortcuts } from '#shortcuts';
import { m } from '#words';
import { useNavigate } from '@tanstack/react-router';
import { useAccountActions } from '../account/use-account-actions.ts';
import { mainItems, openTo, settingsItems } from '../navigation/nav-items.ts';
import type { PaletteItem } from './palette-items.ts';

/** What can be done from here: what the page offers, where one can go, what one can change for oneself. */
export function useCommands(onShortcuts: () => void): readonly PaletteItem[] {
  const navigate = useNavigate();
  const { role } = useMe();
  const account = useAccountActions();
  const page = useActiveShortcuts().filter(({ group, inDialog }) => group === 'page' && !inDialog);
  const own = (id: string, label: string, run: () => void, keys?: string): PaletteItem =>
    ({ id, section: m.shell_palette_own(), label, run, keys });
  return [
    ...page.map(({ keys, label, run }): PaletteItem =>
      ({ id: `page ${keys}`, section: m.shell_keys_page(), label, keys, run: () => run(new KeyboardEvent('keydown')) })),
    ...openTo([...mainItems, ...settingsItems], role).map(({ to, label, keys }): PaletteItem =>
      ({ id: `go ${to}`, section: m.shell_keys_go(), label: label(), keys, run: () => void navigate({ to }) })),
    own('language', m.shell_to_other_language(), () => account.changeLanguage(account.otherLanguage)),
    own('scheme', account.dark ? m.shell_to_light() : m.shell_to_dark(), account.toggleColorScheme),
    own('shortcuts', m.shell_shortcuts(), onShortcuts, '?'),
    own('sign out', m.shell_sign_out(), account.signOut),
  ];
}
