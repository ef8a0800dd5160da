import { lazily, Toaster } from '#design';
import { m } from '#words';
import { type ReactNode, useState } from 'react';
import type { Sign } from './company-sign.tsx';
import { BottomBar } from './navigation/bottom-bar.tsx';
import { Navigation, type NavigationProps } from './navigation/navigation.tsx';
import type { PaletteSearch } from './palette/palette-items.ts';
import { type ShellLayer, ShellLayers } from './shell-layers.tsx';
import { ShellHead } from './shell-head.tsx';
import styles from './shell.module.css';
import { usePageFocus } from './use-page-focus.ts';
import { useShellShortcuts } from './use-shell-shortcuts.ts';
import { useStoredFlag } from './use-stored-flag.ts';

const AccountBar = lazily(async () => (await import('./account/account-bar.tsx')).AccountBar);

export interface ShellProps extends Omit<NavigationProps, 'narrow'> {
  readonly children: ReactNode;
  /** Whose house it is. */
  readonly sign?: Sign | undefined;
  /** Finds customers and the rest for the palette; without it the palette only goes and acts. */
  readonly search?: PaletteSearch | undefined;
}

/** The frame of every page of the staff: navigation, the page, and what opens over it. */
export function Shell({ children, sign, search, inboxCount, views }: ShellProps) {
  const [layer, open] = useState<ShellLayer>();
  const [narrow, setNarrow] = useStoredFlag('orbita-narrow-navigation');
  const toggleNarrow = () => setNarrow(!narrow);
  useShellShortcuts({ open, toggleNarrow });
  usePageFocus();
  return (
    <div className={styles.shell} data-narrow={narrow || undefined}>
      <a className={styles.skip} href="#main">{m.shell_skip()}</a>
      <section className={styles.side} aria-label="Orbita">
        <ShellHead narrow={narrow} sign={sign} onToggle={toggleNarrow} onSearch={() => open('palette')} />
        <Navigation narrow={narrow} inboxCount={inboxCount} views={views} />
        <AccountBar narrow={narrow} onShortcuts={() => open('shortcuts')} />
      </section>
      <main id="main" className={styles.main} tabIndex={-1}>{children}</main>
      <BottomBar inboxCount={inboxCount} onMore={() => open('more')} />
      <ShellLayers layer={layer} open={open} search={search} inboxCount={inboxCount} views={views} />
      <Toaster />
    </div>
  );
}
