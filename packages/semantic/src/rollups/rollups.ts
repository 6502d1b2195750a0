import type { Rollup } from './rollup.js';
import { salesDaily } from './sales-daily.js';

/** Every rollup there is; a tenant's are made when they pay. */
export const rollups: readonly Rollup[] = [salesDaily];
