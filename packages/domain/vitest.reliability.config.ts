import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['src/cycles/sequences.test.ts'],
    pool: 'forks',
    // In the normal test it is a thousand.
    env: { ORBITA_CYCLE_SEQUENCES: process.env.ORBITA_CYCLE_SEQUENCES ?? '100000' },
  },
});
