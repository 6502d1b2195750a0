import type { Clock, Logger, TenantId } from '@olympus/core';
import { defineJob, defineSchedule, type Jobs } from '@olympus/jobs';
import { Type } from 'typebox';
import type { ModelStore } from './registry/model-store.js';
import { type MlService, retrainAfterMs } from './service.js';

/** How often businesses are looked through whose models or scores are old. */
const lookEveryMs = 60 * 60_000;
/** How old the newest scores may become. */
const scoreAfterMs = 24 * 60 * 60_000;

export interface MlJobs {
  /** Starts a training, or gives the one that waits or runs. @returns its id */
  train(tenant: TenantId): Promise<number>;
  score(tenant: TenantId): Promise<void>;
  /** Trains where there is enough data and no model yet, or an old one; scores where scores are old. */
  lookAfter(tenant: TenantId): Promise<void>;
}

export interface MlJobsDeps {
  readonly jobs: Pick<Jobs, 'register' | 'declare' | 'enqueue'>;
  readonly service: MlService;
  readonly store: ModelStore;
  readonly tenants: () => Promise<readonly TenantId[]>;
  /** When everybody was scored last, milliseconds since 1970. */
  readonly scoredAt: (tenant: TenantId) => Promise<number | null>;
  readonly setScoredAt: (tenant: TenantId, atMs: number) => Promise<void>;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
}

const ofTenant = (tenant: TenantId | undefined): TenantId => {
  if (tenant === undefined) throw new Error('models are some business’s');
  return tenant;
};

/** The room's work on the queue: training with scoring after it, scoring, and looking after both. */
export function registerMlJobs(deps: MlJobsDeps): MlJobs {
  const { jobs, service, store, clock, log } = deps;
  const none = Type.Object({});
  /** When a business without any model was tried last, so that it is not tried every hour. */
  const tried = new Map<TenantId, number>();

  const scoreAll = async (tenant: TenantId, work: Parameters<MlService['score']>[1]) => {
    const atMs = clock.now();
    const scored = await service.score(tenant, work);
    await deps.setScoredAt(tenant, atMs);
    return scored;
  };
  const train = defineJob({
    kind: 'ml.train',
    input: none,
    retry: { attempts: 1 },
    run: async ({ tenant, signal, progress }) => {
      const about = ofTenant(tenant);
      const work = {
        signal,
        progress: (fraction: number, sentence: string) => progress({ fraction, sentence }),
      };
      const { models } = await service.train(about, work);
      return { models, scored: await scoreAll(about, work) };
    },
  });
  const score = defineJob({
    kind: 'ml.score',
    input: none,
    run: async ({ tenant, signal, progress }) => ({
      scored: await scoreAll(ofTenant(tenant), {
        signal,
        progress: (fraction, sentence) => progress({ fraction, sentence }),
      }),
    }),
  });
  const enqueueTraining = async (tenant: TenantId) =>
    (await jobs.enqueue(train, {}, { tenant, exclusiveKey: 'train' })).id;
  const enqueueScoring = async (tenant: TenantId) => {
    await jobs.enqueue(score, {}, { tenant, exclusiveKey: 'score' });
  };
  const lookAfter = async (tenant: TenantId) => {
    const [newest] = await store.list(tenant);
    const last = newest?.trainedAtMs ?? tried.get(tenant);
    if (last === undefined || clock.now() - last > retrainAfterMs) {
      if ((await service.readiness(tenant)).ready) {
        tried.set(tenant, clock.now());
        await enqueueTraining(tenant);
        return;
      }
    }
    const scored = await deps.scoredAt(tenant);
    const isOld = scored === null || clock.now() - scored > scoreAfterMs;
    if (newest !== undefined && isOld) await enqueueScoring(tenant);
  };
  const look = defineJob({
    kind: 'ml.look',
    input: none,
    visibleToTenant: false,
    run: async ({ signal }) => {
      const all = await deps.tenants();
      for (const tenant of all) {
        signal.throwIfAborted();
        // one business that cannot be looked after does not keep the others from it
        await lookAfter(tenant).catch((error) => {
          log.warn({ err: error, tenant }, 'models could not be looked after');
        });
      }
      return { tenants: all.length };
    },
  });
  jobs.register(train, score, look);
  jobs.declare(
    defineSchedule({ id: look.kind, job: look, input: {}, recurrence: { everyMs: lookEveryMs } }),
  );
  return { train: enqueueTraining, score: enqueueScoring, lookAfter };
}
