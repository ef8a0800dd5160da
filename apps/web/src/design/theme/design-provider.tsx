import '@fontsource-variable/inter/wght.css';
import './mantine-styles.ts';
import './mantine.css';
import './tokens.css';
import './base.css';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { mantineVariables, theme } from './theme.ts';

/** What every part of the design needs above it. Tests ask for `still`: no transitions. */
export function DesignProvider({ children, still = false }: { readonly children: ReactNode; readonly still?: boolean }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={mantineVariables}
      defaultColorScheme="auto"
      env={still ? 'test' : 'default'}
    >
      {children}
    </MantineProvider>
  );
}
