import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const { CI } = process.env;

export default defineConfig({
  resolve: {
    alias: [
      {
        find: '@olympus/web/kit',
        replacement: fileURLToPath(new URL('./packages/web/src/kit.ts', import.meta.url)),
      },
      {
        // what a room lends to others' tests is not built
        find: /^@olympus\/(\w+)\/testing$/,
        replacement: fileURLToPath(new URL('./packages/$1/src/testing/index.ts', import.meta.url)),
      },
    ],
  },
  test: {
    include: ['packages/*/{src,web}/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    // tests run on their own room's source, and on the other rooms as they are built: read by Node
    // itself, they are there in a third of the time
    globalSetup: [fileURLToPath(new URL('./scripts/build-for-tests.mjs', import.meta.url))],
    setupFiles: [fileURLToPath(new URL('./vitest.setup.ts', import.meta.url))],
    exclude: ['**/*.service.test.ts', '**/*.browser.test.ts', '**/node_modules/**', '**/dist/**'],
    // an end to what hangs, not a measure of speed: machines are slow, and busy with other work
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000 } },
    // a machine that holds up one test does not refuse a change; the report names what ran twice
    retry: CI === undefined ? 0 : 1,
    pool: 'forks',
    maxWorkers: 2,
    server: { deps: { external: [/packages\/[^/]+\/dist\//] } },
  },
});
