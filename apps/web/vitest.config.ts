import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { flags, resolveBrowser } from './test/browser.ts';
import { testPlugins } from './vite.plugins.ts';

const { executablePath, env } = await resolveBrowser();
const resolve = { conditions: ['source', ...defaultClientConditions] };

export default defineConfig({
  test: {
    projects: [
      {
        plugins: testPlugins(),
        resolve,
        ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['src/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          exclude: ['**/*.browser.test.tsx'],
          setupFiles: ['./test/setup-dom.ts'],
        },
      },
      {
        plugins: testPlugins(),
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
