import { defineConfig } from 'vitest/config';

const oxc = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } };

export default defineConfig({
  test: {
    projects: [
      {
        oxc,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          setupFiles: ['tests/setup.ts'],
          // Nothing is judged by time here, and machines may be busy.
          testTimeout: 30_000,
        },
      },
      {
        oxc,
        test: {
          name: 'journeys',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/build.ts'],
          // Two browsers at once on a small machine make each other slow; one file after the other.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // A browser now and then fails to start or to open a popup on a busy machine. The proofs that nothing is lost
          // (drafts, kills) are not given a second chance.
          retry: 1,
        },
      },
    ],
  },
});
