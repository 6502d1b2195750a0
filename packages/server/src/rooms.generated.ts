// Made from rooms.json by scripts/rooms.mjs.
import type { PluggedRoom } from '@olympus/contract';
import warehouse from '@olympus/warehouse/room';
import platform from '@olympus/platform/room';
import objects from '@olympus/objects/room';
import jobs from '@olympus/jobs/room';
import delivery from '@olympus/delivery/room';
import ingest from '@olympus/ingest/room';
import files from '@olympus/files/room';
import analytics from '@olympus/analytics/room';
import kpis from '@olympus/kpis/room';
import experiments from '@olympus/experiments/room';
import alerts from '@olympus/alerts/room';
import ml from '@olympus/ml/room';
import boards from '@olympus/boards/room';
import demo from '@olympus/demo/room';
import privacy from '@olympus/privacy/room';

/** The rooms that plug in, in the order of rooms.json. */
export const rooms: readonly PluggedRoom[] = [warehouse, platform, objects, jobs, delivery, ingest, files, analytics, kpis, experiments, alerts, ml, boards, demo, privacy];
