import { defineConfig } from 'vitest/config';
import base from './vitest.config.js';

/** Tests against real servers (PostgreSQL, Redis), which they start themselves. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['packages/*/src/**/*.service.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    fileParallelism: false,
  },
});
