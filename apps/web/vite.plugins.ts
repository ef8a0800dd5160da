import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import type { PluginOption } from 'vite';

const words = () => paraglideVitePlugin({
  project: './project.inlang',
  outdir: './src/paraglide',
  strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
});

/** The router comes first: it must see the routes before React transforms them. */
export const appPlugins = (): PluginOption[] => [
  tanstackRouter({ target: 'react', autoCodeSplitting: true, quoteStyle: 'single', semicolons: true }),
  words(),
  react(),
];

/** Tests draw components, not routes, so the route tree is left alone. */
export const testPlugins = (): PluginOption[] => [words(), react()];
