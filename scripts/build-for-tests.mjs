import { ensureServerBuilt } from './build.mjs';

/** Before the first test: the rooms as they are built. */
export default ensureServerBuilt;
