import { useMe } from '#access';
import { KeyHint, Monogram } from '#design';
import { m } from '#words';
import { Menu } from '@mantine/core';
import { IconKeyboard, IconLogout, IconSelector, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { schemeLabel } from './scheme-label.ts';
import { schemes, useAccountActions } from './use-account-actions.ts';
import styles from './account.module.css';

export function UserMenu({ narrow, onShortcuts }: { readonly narrow: boolean; readonly onShortcuts: () => void }) {
  const me = useMe();
  const account = useAccountActions();
  const navigate = useNavigate();
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <button type="button" className={styles.user} title={m.shell_account()}>
          <Monogram name={me.name} size={24} />
          <span className={narrow ? 'visually-hidden' : styles.name}>{me.name}</span>
          {!narrow && <IconSelector size={14} stroke={1.75} aria-hidden />}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}><b>{me.name}</b><span>{me.email}</span></div>
        <Menu.Divider />
        <Menu.Label>{m.shell_scheme()}</Menu.Label>
        <Menu.RadioGroup value={account.colorScheme} onChange={(scheme) => account.setColorScheme(scheme as (typeof schemes)[number])}>
          {schemes.map((scheme) => <Menu.RadioItem key={scheme} value={scheme}>{schemeLabel(scheme)}</Menu.RadioItem>)}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUser size={15} stroke={1.6} />} onClick={() => void navigate({ to: '/settings/profile' })}>{m.users_profile()}</Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={15} stroke={1.6} />} rightSection={<KeyHint keys="?" />} onClick={onShortcuts}>
          {m.shell_shortcuts()}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={15} stroke={1.6} />} onClick={account.signOut}>{m.shell_sign_out()}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
