// Lets the worker run from TypeScript source: `--import tsx` does nothing in worker threads.
import { register } from 'tsx/esm/api';

register();
await import('./engine-worker.ts');
