import { useMe } from '#access';
import { type Shortcut, useShortcut } from '#shortcuts';
import { m } from '#words';
import { useNavigate } from '@tanstack/react-router';
import { mainItems, type NavItem, settingsItems } from './navigation/nav-items.ts';
import type { ShellLayer } from './shell-layers.tsx';

interface ShellKeys {
  readonly open: (layer: ShellLayer | undefined) => void;
  readonly toggleNarrow: () => void;
}

export function useShellShortcuts({ open, toggleNarrow }: ShellKeys): void {
  const general = (keys: string, label: string, run: Shortcut['run'], opens = false): Shortcut => ({ keys, label, group: 'general', opens, run });
  useShortcut(general('mod+k', m.shell_palette(), () => open('palette'), true));
  useShortcut(general('/', m.shell_search(), () => open('palette'), true));
  useShortcut(general('?', m.shell_shortcuts(), () => open('shortcuts')));
  useShortcut(general('[', m.shell_toggle_navigation(), toggleNarrow));
  // The list never changes its length, so the order of hooks holds.
  for (const item of [...mainItems, ...settingsItems]) useGoTo(item);
}

function useGoTo({ keys, label, to, open }: NavItem): void {
  const navigate = useNavigate();
  const { role } = useMe();
  useShortcut({ keys, label: label(), group: 'go', run: () => void navigate({ to }) }, open?.(role) ?? true);
}
