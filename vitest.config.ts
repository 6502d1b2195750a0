import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const { CI } = process.env;

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'node'], externalConditions: ['source', 'node'] } },
  test: {
    include: ['packages/*/{src,web}/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    setupFiles: [fileURLToPath(new URL('./vitest.setup.ts', import.meta.url))],
    exclude: ['**/*.service.test.ts', '**/*.browser.test.ts', '**/node_modules/**', '**/dist/**'],
    // an end to what hangs, not a measure of speed: machines are slow, and busy with other work
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // a machine that holds up one test does not refuse a change; the report names what ran twice
    retry: CI === undefined ? 0 : 1,
    pool: 'forks',
    maxWorkers: 2,
    // packages that also offer their TypeScript under the condition `source`
    server: { deps: { inline: [/@modelcontextprotocol\/client/, /eventsource/] } },
  },
});
