import { defineConfig } from 'vitest/config';

/** Started by scripts/test-editors.mjs, which installs the editors and says where they are. One editor at a time. */
export default defineConfig({
  test: {
    include: ['test/editors/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    retry: 0,
  },
});
