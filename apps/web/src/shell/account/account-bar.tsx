import { m } from '#words';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import styles from './account.module.css';
import { useAccountActions } from './use-account-actions.ts';
import { UserMenu } from './user-menu.tsx';

/** The foot of the navigation: who I am, my language, light or dark. */
export function AccountBar({ narrow = false, onShortcuts }: { readonly narrow?: boolean; readonly onShortcuts: () => void }) {
  const { language, otherLanguage, changeLanguage, dark, toggleColorScheme } = useAccountActions();
  const Icon = dark ? IconSun : IconMoon;
  const schemeAction = dark ? m.shell_to_light() : m.shell_to_dark();
  return (
    <div className={styles.bar} data-narrow={narrow || undefined}>
      <UserMenu narrow={narrow} onShortcuts={onShortcuts} />
      <Tooltip label={m.shell_to_other_language()}>
        <button type="button" className={styles.language} onClick={() => changeLanguage(otherLanguage)} aria-label={`${language.toUpperCase()}: ${m.shell_to_other_language()}`}>
          {language.toUpperCase()}
        </button>
      </Tooltip>
      <Tooltip label={schemeAction}>
        <ActionIcon aria-label={schemeAction} onClick={toggleColorScheme}><Icon size={15} stroke={1.6} /></ActionIcon>
      </Tooltip>
    </div>
  );
}
