import { defineConfig } from 'vitest/config';

/** Journeys drive a real server process with a real browser: one life phase a file, one after the other. */
export default defineConfig({
  test: {
    name: 'journeys',
    environment: 'node',
    include: ['test/journeys/**/*.journey.ts'],
    // Written, and not yet walked to their end: each joins once it has been.
    exclude: ['leads', 'cycles', 'lifecycle', 'opportunities'].map((room) => `test/journeys/${room}.journey.ts`),
    passWithNoTests: true,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
