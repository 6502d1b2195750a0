// Made from rooms.json by scripts/rooms.mjs.
import type { Contract } from '@olympus/contract';
import warehouse from '@olympus/warehouse/contract';
import platform from '@olympus/platform/contract';
import objects from '@olympus/objects/contract';
import jobs from '@olympus/jobs/contract';
import delivery from '@olympus/delivery/contract';
import ingest from '@olympus/ingest/contract';
import files from '@olympus/files/contract';
import analytics from '@olympus/analytics/contract';
import kpis from '@olympus/kpis/contract';
import experiments from '@olympus/experiments/contract';
import alerts from '@olympus/alerts/contract';
import ml from '@olympus/ml/contract';
import boards from '@olympus/boards/contract';
import demo from '@olympus/demo/contract';
import privacy from '@olympus/privacy/contract';
import system from './system/contract.js';

const declared = [warehouse, platform, objects, jobs, delivery, ingest, files, analytics, kpis, experiments, alerts, ml, boards, demo, privacy, system] as const;

/** What the rooms offer, in the order of rooms.json. */
export const contracts: readonly Contract[] = declared;

/** Any operation of theirs, with its types. */
export type DeclaredOperation = (typeof declared)[number]['operations'][number];
