#!/usr/bin/env node
import { existsSync } from 'node:fs';

// databases work in libuv's threads: with its default of four, queries would wait for each other
process.env.UV_THREADPOOL_SIZE ??= '16';

const entry = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(entry)) {
  console.error('olympus is not built yet. Run `npm start` once, or `npm run build`.');
  process.exit(70);
}
await import(entry.href);
