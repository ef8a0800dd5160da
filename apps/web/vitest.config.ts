import { execFileSync } from 'node:child_process';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { flags, resolveBrowser } from './test/browser.ts';

// Vitest reads this file once a project; the words need compiling once.
if (!process.env['ORBITA_WORDS_READY']) {
  execFileSync(process.execPath, ['test/compile-words.ts'], { cwd: import.meta.dirname });
  process.env['ORBITA_WORDS_READY'] = 'yes';
}

const { executablePath, env } = await resolveBrowser();
const resolve = { conditions: ['source', ...defaultClientConditions] };

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react()],
        resolve,
        ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
        test: {
          name: 'dom',
          environment: 'jsdom',
          // A realm a file, but modules compiled once: making jsdom anew took ten times as long as the tests.
          pool: 'vmThreads',
          include: ['src/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          exclude: ['**/*.browser.test.tsx'],
          setupFiles: ['./test/setup-dom.ts'],
          expect: { poll: { timeout: 5_000 } },
        },
      },
      {
        plugins: [react()],
        resolve,
        // Named here, since a dependency found late reloads the page under a running test.
        optimizeDeps: {
          include: [
            'react', 'react-dom', 'react-dom/client', 'react/jsx-runtime', 'react/jsx-dev-runtime', 'vitest-browser-react',
            'axe-core', '@mantine/core', '@mantine/hooks', '@tabler/icons-react', '@tanstack/react-router',
            '@tanstack/react-table', '@tanstack/react-virtual', '@apollo/client', '@apollo/client/react', 'zod/mini',
          ],
        },
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, env, args: flags } }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
          },
        },
      },
    ],
  },
});
