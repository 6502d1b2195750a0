// `npm start`: installs and builds what is missing or stale, then serves. Plain Node, since it runs
// before anything is installed. Arguments go to `olympus serve`.
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, root } from './install.mjs';
import { launch, refuseOldNode } from './launch.mjs';

refuseOldNode();
ensureInstalled();
try {
  await ensureBuilt();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
launch(
  join(root, 'packages', 'server', 'bin', 'olympus.mjs'),
  ['serve', ...process.argv.slice(2)],
  // the data folder lies where `npm start` was typed, not in the package
  { cwd: process.env.INIT_CWD },
);
