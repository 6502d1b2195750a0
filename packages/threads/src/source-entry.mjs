// Lets a thread run from TypeScript source: `--import tsx` does nothing in worker threads.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.entry);
