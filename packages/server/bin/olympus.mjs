#!/usr/bin/env -S UV_THREADPOOL_SIZE=16 node --max-semi-space-size=32
// Databases work in libuv's threads: with its default of four, queries would wait for each other.
// What a request leaves behind is young: with room for 32 MB of it, a sixth less time goes into
// collecting it under load.
import { existsSync } from 'node:fs';

const entry = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(entry)) {
  console.error('olympus is not built yet. Run `npm start` once, or `npm run build`.');
  process.exit(70);
}
await import(entry.href);
