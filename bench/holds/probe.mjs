// Loaded into the server: measures for how long its main thread does not come back to its loop.
// SIGUSR2 writes the longest since the last time, in milliseconds, to the file HOLDS_FILE.
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const tickMs = 5;

/** Processor time of this thread: what others do on the machine does not count. */
const processorMs = () =>
  Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;

const file = process.env.HOLDS_FILE;
if (isMainThread && file !== undefined) {
  let longest = 0;
  let last = processorMs();
  setInterval(() => {
    const now = processorMs();
    longest = Math.max(longest, now - last);
    last = now;
  }, tickMs).unref();
  process.on('SIGUSR2', () => {
    writeFileSync(file, String(longest));
    longest = 0;
    last = processorMs();
  });
}
