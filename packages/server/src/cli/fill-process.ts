// The first fill, as a process: what it leaves in memory, half a gigabyte, goes with it.
import { systemClock } from '@olympus/core';
import { createLog } from '../log.js';
import { readSettings } from '../settings.js';
import { openRooms } from '../wiring.js';
import { describeFault, exitCodeOf } from './faults.js';
import { fillWithProgress } from './fill-with-progress.js';
import { createTerminal } from './terminal.js';

// the server that started it is gone: nobody waits for the demo any more
process.once('disconnect', () => process.exit(1));

const terminal = createTerminal({ json: false, stdout: process.stdout, stderr: process.stderr });
try {
  const settings = readSettings(process.env, process.cwd());
  const log = createLog(settings);
  const rooms = await openRooms({ settings, clock: systemClock, log, sources: false });
  try {
    await fillWithProgress({ ...rooms, clock: systemClock }, terminal);
  } finally {
    await rooms.close();
  }
  process.exit(0);
} catch (error) {
  terminal.note(describeFault(error));
  process.exit(exitCodeOf(error));
}
