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
  test: { include: ['src/**/*.test.ts'], pool: 'forks', isolate: false, maxWorkers: 2, hookTimeout: 60_000, testTimeout: 30_000 },
});
