import { defineConfig } from 'vitest/config';

/** Started by scripts/test-editors.mjs, which installs the editors and says where they are. One editor at a time. */
export default defineConfig({
  test: {
    include: ['test/editors/**/*.test.ts'],
    // Long enough for a machine that is busy with other things: everything waits for what it needs, nothing for a time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    // A try more where a failure stops everybody's work; the report says so. None where somebody looks for failures.
    retry: process.env.CI ? 1 : 0,
  },
});
