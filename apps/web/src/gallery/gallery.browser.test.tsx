import { changeLanguage } from '#words';
import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { findings, show } from '../../test/show.tsx';
import { GalleryPage } from './gallery-page.tsx';

function InScheme({ scheme }: { readonly scheme: 'light' | 'dark' }) {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(scheme), [scheme, setColorScheme]);
  return <GalleryPage />;
}

afterEach(() => changeLanguage('en'));

for (const scheme of ['light', 'dark'] as const) {
  for (const [language, width] of [['es', 1440], ['en', 390]] as const) {
    it(`axe finds nothing in shell and parts: ${scheme}, ${language}, ${width} px`, async () => {
      await page.viewport(width, 900);
      changeLanguage(language);
      await show(<InScheme scheme={scheme} />);
      await expect.element(page.getByRole('heading', { name: 'Design' })).toBeVisible();
      await expect.poll(() => document.documentElement.dataset['mantineColorScheme']).toBe(scheme);
      expect(await findings()).toEqual([]);
    });
  }
}
