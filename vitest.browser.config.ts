import { defineConfig } from 'vitest/config';
import base from './vitest.config.js';

/** Tests of the web page in a real Chromium. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['packages/*/{src,web}/**/*.browser.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['packages/web/src/testing/built.ts'],
  },
});
