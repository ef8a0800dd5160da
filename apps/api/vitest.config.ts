import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

export default defineConfig({
  resolve: {
    // Vite would resolve the ES build while libraries load the other: two copies, two realms.
    alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }],
    conditions: ['source'],
  },
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
    // A machine that runs all else beside it is late by more than the second that is usual.
    expect: { poll: { timeout: 5_000 } },
  },
});
