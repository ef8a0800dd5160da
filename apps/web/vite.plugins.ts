import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import type { PluginOption } from 'vite';
import { splitOperations } from './split-operations.ts';
import { words } from './words.config.ts';

/** The router comes first: it must see the routes before React transforms them. */
export const appPlugins = (): PluginOption[] => [
  tanstackRouter({ target: 'react', autoCodeSplitting: true, quoteStyle: 'single', semicolons: true }),
  paraglideVitePlugin(words),
  splitOperations(),
  react(),
];
