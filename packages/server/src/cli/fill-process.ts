// The first fill, as a process: what it leaves in memory, half a gigabyte, goes with it.
import { systemClock } from '@olympus/core';
import demoRoom from '@olympus/demo/room';
import { createLog } from '../log.js';
import { openOlympus } from '../server.js';
import { readSettings } from '../settings.js';
import { describeFault, exitCodeOf } from './faults.js';
import { fillWithProgress } from './fill-with-progress.js';
import { createTerminal } from './terminal.js';

// the server that started it is gone: nobody waits for the demo any more
process.once('disconnect', () => process.exit(1));

const terminal = createTerminal({ json: false, stdout: process.stdout, stderr: process.stderr });
try {
  const settings = readSettings(process.env, process.cwd());
  const log = createLog(settings);
  const olympus = await openOlympus({ settings, clock: systemClock, log, serves: false });
  try {
    await fillWithProgress(olympus.service(demoRoom), terminal);
  } finally {
    await olympus.close();
  }
  process.exit(0);
} catch (error) {
  terminal.note(describeFault(error));
  process.exit(exitCodeOf(error));
}
