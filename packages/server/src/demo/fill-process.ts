// The first fill, as a process: what it leaves in memory, half a gigabyte, goes with it.
import { systemClock } from '@olympus/core';
import { createTerminal } from '../cli/terminal.js';
import { createLog } from '../log.js';
import { readSettings } from '../settings.js';
import { openRooms } from '../wiring.js';
import { fillDemo } from './demo.js';

// the server that started it is gone: nobody waits for the demo any more
process.once('disconnect', () => process.exit(1));

const terminal = createTerminal({ json: false, stdout: process.stdout, stderr: process.stderr });
const settings = readSettings(process.env, process.cwd());
const rooms = await openRooms({
  settings,
  clock: systemClock,
  log: createLog(settings),
  sources: false,
});
try {
  await fillDemo({ ...rooms, clock: systemClock }, (share, events) =>
    terminal.progress('Filling the demo', share, `${events.toLocaleString('en')} events`),
  );
} finally {
  await rooms.close();
}
process.exit(0);
