import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * From a build the worker runs as JavaScript. From source it runs as TypeScript through tsx, which
 * must be registered inside the thread: Node 20 does not pass loaders on to workers.
 */
export const startWorker = (): Worker => {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./worker.js', import.meta.url));
  const api = createRequire(import.meta.url).resolve('tsx/esm/api');
  // `require` finds the CommonJS twin, which registers for `require` only.
  const tsx = pathToFileURL(api.replace(/\.cjs$/, '.mjs')).href;
  const source = new URL('./worker.ts', import.meta.url).href;
  const code = `import(${JSON.stringify(tsx)}).then(({ register }) => {
    register();
    return import(${JSON.stringify(source)});
  });`;
  return new Worker(code, { eval: true, execArgv: [] });
};
