// Made from rooms.json by scripts/rooms.mjs.

import analytics from '@olympus/analytics/contract';
import type { Contract } from '@olympus/contract';
import ingest from '@olympus/ingest/contract';
import platform from '@olympus/platform/contract';
import warehouse from '@olympus/warehouse/contract';
import system from './system/contract.js';

/** What the rooms offer, in the order of rooms.json. */
export const contracts: readonly Contract[] = [warehouse, platform, ingest, analytics, system];
