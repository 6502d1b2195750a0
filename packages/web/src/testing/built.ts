import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { ensureBuilt } from '../../../../scripts/build.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the page, built with a page that shows every building block. */
    pageOfParts: string;
  }
}

/**
 * Before the first browser test: builds, once for all files, the server and the page as people start
 * them, and the page that the fixture server shows.
 */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { build } = await import('vite');
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const outDir = await mkdtemp(join(tmpdir(), 'olympus-web-'));
  // The test runner's own NODE_ENV would build the libraries' development editions.
  const { NODE_ENV: before } = process.env;
  process.env.NODE_ENV = 'production';
  await Promise.all([
    ensureBuilt(),
    build({
      root,
      logLevel: 'error',
      build: { outDir, emptyOutDir: true },
      resolve: {
        alias: [
          {
            find: /^.*\/more-pages\.js$/,
            replacement: join(root, 'src', 'testing', 'parts', 'more-pages.ts'),
          },
        ],
      },
    }),
  ]);
  process.env.NODE_ENV = before;
  provide('pageOfParts', outDir);
  return () => rm(outDir, { recursive: true, force: true });
}
