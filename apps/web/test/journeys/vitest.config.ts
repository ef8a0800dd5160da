import { defineConfig } from 'vitest/config';

/** Journeys drive a real server process with a real browser: one life phase a file, three at a time: a page waits more than it works. */
export default defineConfig({
  test: {
    name: 'journeys',
    environment: 'node',
    include: ['test/journeys/**/*.journey.ts'],
    globalSetup: ['test/journeys/make-example.ts'],
    passWithNoTests: true,
    maxWorkers: 3,
    // Each step has twenty seconds of its own, what is asked again and again until it is so too; a page looked at whole, in light and dark, has many.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
