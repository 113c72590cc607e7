import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editors/**', 'node_modules/**'],
    setupFiles: ['test/chance.ts'],
    testTimeout: 180_000,
  },
});
