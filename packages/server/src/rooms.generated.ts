// Made from rooms.json by scripts/rooms.mjs.

import analytics from '@olympus/analytics/room';
import type { PluggedRoom } from '@olympus/contract';
import ingest from '@olympus/ingest/room';
import platform from '@olympus/platform/room';
import warehouse from '@olympus/warehouse/room';

/** The rooms that plug in, in the order of rooms.json. */
export const rooms: readonly PluggedRoom[] = [warehouse, platform, ingest, analytics];
