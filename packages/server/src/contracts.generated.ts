// Made from rooms.json by scripts/rooms.mjs.

import analytics from '@olympus/analytics/contract';
import type { Contract } from '@olympus/contract';
import ingest from '@olympus/ingest/contract';
import platform from '@olympus/platform/contract';
import warehouse from '@olympus/warehouse/contract';
import system from './system/contract.js';

const declared = [warehouse, platform, ingest, analytics, system] as const;

/** What the rooms offer, in the order of rooms.json. */
export const contracts: readonly Contract[] = declared;

/** Any operation of theirs, with its types. */
export type DeclaredOperation = (typeof declared)[number]['operations'][number];
