import { signOut } from '#access';
import { settleToasts, showToast } from '#design';
import { changeLanguage, m, useLanguage } from '#words';
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';

export const schemes = ['light', 'dark', 'auto'] as const;

/** What a person may change for herself, wherever it is offered: menu, palette, phone. */
export function useAccountActions() {
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light');
  return {
    language,
    otherLanguage: language === 'es' ? 'en' : 'es',
    changeLanguage,
    colorScheme,
    setColorScheme,
    toggleColorScheme: () => setColorScheme(shown === 'dark' ? 'light' : 'dark'),
    dark: shown === 'dark',
    signOut: () => void settleToasts().then(signOut).catch(() => showToast(m.shell_sign_out_failed(), { tone: 'bad' })),
  } as const;
}
