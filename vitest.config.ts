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
          // No test is tried again on a stage that its first try has used: what that left there would doom it. A file
          // that fails is run once more from the ground (scripts/test.ts); tests that set their own stage ask for it here.
          retry: 0,
        },
      },
    ],
  },
});
