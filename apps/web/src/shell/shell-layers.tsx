import { useFetchedSoon } from '#design';
import { lazy, Suspense } from 'react';
import type { NavigationProps } from './navigation/navigation.tsx';
import type { PaletteSearch } from './palette/palette-items.ts';

export type ShellLayer = 'palette' | 'shortcuts' | 'more';

// None of them is needed to see the first page.
const loadPalette = () => import('./palette/palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const ShortcutSheet = lazy(async () => ({ default: (await import('./sheet/shortcut-sheet.tsx')).ShortcutSheet }));
const MoreSheet = lazy(async () => ({ default: (await import('./sheet/more-sheet.tsx')).MoreSheet }));

interface ShellLayersProps extends Omit<NavigationProps, 'narrow'> {
  readonly layer: ShellLayer | undefined;
  readonly open: (layer: ShellLayer | undefined) => void;
  readonly search: PaletteSearch | undefined;
}

export function ShellLayers({ layer, open, search, ...navigation }: ShellLayersProps) {
  useFetchedSoon(loadPalette);
  const close = () => open(undefined);
  return (
    <Suspense>
      {layer === 'palette' && <Palette search={search} onClose={close} onShortcuts={() => open('shortcuts')} />}
      {layer === 'shortcuts' && <ShortcutSheet onClose={close} />}
      {layer === 'more' && <MoreSheet {...navigation} onClose={close} onShortcuts={() => open('shortcuts')} />}
    </Suspense>
  );
}
