// The first fill, as a process: what it leaves in memory, half a gigabyte, goes with it.
import { systemClock } from '@olympus/core';
import ingestRoom from '@olympus/ingest/room';
import platformRoom from '@olympus/platform/room';
import { describeFault, exitCodeOf } from '../cli/faults.js';
import { createTerminal } from '../cli/terminal.js';
import { createLog } from '../log.js';
import { openOlympus } from '../server.js';
import { readSettings } from '../settings.js';
import { fillWithProgress } from './fill-with-progress.js';

// the server that started it is gone: nobody waits for the demo any more
process.once('disconnect', () => process.exit(1));

const terminal = createTerminal({ json: false, stdout: process.stdout, stderr: process.stderr });
try {
  const settings = readSettings(process.env, process.cwd());
  const log = createLog(settings);
  const olympus = await openOlympus({ settings, clock: systemClock, log, serves: false });
  try {
    const [platform, ingest] = [olympus.service(platformRoom), olympus.service(ingestRoom)];
    await fillWithProgress({ platform, ingest, clock: systemClock }, terminal);
  } finally {
    await olympus.close();
  }
  process.exit(0);
} catch (error) {
  terminal.note(describeFault(error));
  process.exit(exitCodeOf(error));
}
