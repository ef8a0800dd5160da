import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['src/**/*.test.ts'],
    exclude: ['src/**/*.reliability.test.ts'],
    pool: 'forks',
    // One process takes file after file: none keeps anything but in a database of its own, and loading the house anew for each took a fifth of the time.
    isolate: false,
    maxWorkers: 2,
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
});
