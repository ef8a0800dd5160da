import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['src/**/*.reliability.test.ts'],
    pool: 'forks',
    // What is killed and timed here shall not wait for another file.
    maxWorkers: 1,
    hookTimeout: 60_000,
    testTimeout: 300_000,
  },
});
