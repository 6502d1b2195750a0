import type { LedgerChanges } from '@olympus/contract';
import { type Clock, dayMs, type Logger, monotonicClock, type TenantId } from '@olympus/core';
import type { CustomerDays } from '@olympus/semantic';
import type { ThreadPool } from '@olympus/threads';
import type { Warehouse } from '@olympus/warehouse';
import { features } from './features/features.js';
import { type CustomerReader, dateOf, type KnownSpan } from './features/read-customers.js';
import type { ChurnModel } from './models/churn-model.js';
import type { ValueModel } from './models/value-model.js';
import { tooLittleData } from './problems.js';
import type { Artifacts } from './registry/artifacts.js';
import { decide } from './registry/decide.js';
import type { ModelKind, ModelStore, StoredModel } from './registry/model-store.js';
import type { Erased } from './serving/erased.js';
import { predictionRow } from './serving/prediction-row.js';
import { type RunningModels, type Score, scoreCustomers } from './serving/score.js';
import { missingIn, type Readiness, readinessOf } from './training/readiness.js';
import { plan } from './training/rolling.js';
import type { Trained } from './training/train.js';
import { churnParameters } from './training/train-churn.js';
import type { MlMethods } from './training/worker.js';

export interface MlDeps {
  readonly reader: CustomerReader;
  readonly store: ModelStore;
  readonly artifacts: Artifacts;
  readonly warehouse: Pick<Warehouse, 'commit' | 'version'>;
  readonly erased: Erased;
  /** Threads for training, and others for scoring, so that nobody waits for a training. */
  readonly training: Pick<ThreadPool<MlMethods>, 'call'>;
  readonly scoring: Pick<ThreadPool<MlMethods>, 'call'>;
  readonly publish: LedgerChanges['publish'];
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
}

export interface Work {
  readonly signal: AbortSignal;
  readonly progress: (share: number, sentence: string) => void;
}

/** What one training came to, for the job's result. */
export interface TrainingResult {
  readonly models: readonly {
    readonly kind: ModelKind;
    readonly version: number | null;
    readonly promoted: boolean;
    readonly reason: string;
  }[];
}

/** The life of models of customers. */
export interface MlService {
  readiness(tenant: TenantId, signal?: AbortSignal): Promise<Readiness>;
  /** Trains, judges and registers; what is better runs from now on. @throws Problem `too_little_data` */
  train(tenant: TenantId, work: Work): Promise<TrainingResult>;
  /** Scores everybody into the ledger of predictions. @returns how many */
  score(tenant: TenantId, work: Work): Promise<number>;
  /** The models that run, with what is registered of them. */
  running(tenant: TenantId): Promise<RunningModels & { readonly stored: readonly StoredModel[] }>;
  /** Customers with their days and what is foretold of them now; unknown ones are left out. */
  foretell(
    tenant: TenantId,
    keys: readonly string[],
    signal?: AbortSignal,
  ): Promise<Foretelling | undefined>;
}

export interface Foretelling {
  readonly models: RunningModels & { readonly stored: readonly StoredModel[] };
  readonly customers: readonly CustomerDays[];
  readonly scores: readonly Score[];
  readonly span: KnownSpan;
}

const seed = 1;
const spanKeptMs = 60_000;
/** Customers of a page that is scored, and of one that is read for a training. */
const pageSize = 2_000;
/** Customers that are scored where they are asked about. */
const mostInline = 20;

export function createMlService(deps: MlDeps): MlService {
  const { reader, store, artifacts, warehouse, erased, training, scoring, clock } = deps;

  const running: MlService['running'] = async (tenant) => {
    const stored = await store.running(tenant);
    const models = await Promise.all(stored.map((one) => artifacts.load(tenant, one)));
    return {
      stored,
      churn: models.find((one): one is ChurnModel => one.kind === 'churn'),
      value: models.find((one): one is ValueModel => one.kind === 'value'),
    };
  };

  const gather = async (tenant: TenantId, span: KnownSpan, { signal, progress }: Work) => {
    const customers: CustomerDays[] = [];
    const expected = Math.min(span.buyers, plan.customers);
    for await (const page of reader.pages(tenant, span, span.endDay, { limit: pageSize, signal })) {
      for (const one of page) if (customers.length < plan.customers) customers.push(one);
      progress(
        0.15 * Math.min(1, customers.length / expected),
        `${customers.length} customers read`,
      );
      if (customers.length >= plan.customers) break;
    }
    return customers;
  };

  async function register(
    tenant: TenantId,
    kind: ModelKind,
    trained: Trained,
    about: { readonly span: KnownSpan; readonly customers: number; readonly durationMs: number },
    before: readonly StoredModel[],
  ): Promise<TrainingResult['models'][number]> {
    const one = trained[kind];
    if ('kind' in one) return { kind, version: null, promoted: false, reason: one.reason };
    const { model, report } = one;
    const version = await store.nextVersion(tenant, kind);
    const { key, sha256 } = await artifacts.save(tenant, kind, version, model);
    const decision = decide({
      againstBaseline: report.against_baseline,
      againstRunning: report.against_running,
      coverage: 'coverage' in report ? report.coverage : undefined,
      running: before.find((other) => other.kind === kind),
      nowMs: clock.now(),
    });
    await store.add(
      tenant,
      {
        kind,
        version,
        data: {
          from: dateOf(about.span.startDay),
          to: dateOf(about.span.endDay - 1),
          customers: about.customers,
          fingerprint: trained.fingerprint,
          seed,
        },
        parameters: kind === 'churn' ? churnParameters : { purchases: purchasesKind(model) },
        features: kind === 'churn' ? features.map(({ name }) => name) : valueFeatures,
        report,
        durationMs: about.durationMs,
        artifact: key,
        artifactSha256: sha256,
      },
      decision.reason,
    );
    if (decision.promote) {
      await store.promote(tenant, { kind, version }, { by: 'Olympus', reason: decision.reason });
    }
    return { kind, version, promoted: decision.promote, reason: decision.reason };
  }

  const train: MlService['train'] = async (tenant, work) => {
    const span = await reader.span(tenant, work.signal);
    const missing = missingIn(readinessOf(span));
    if (missing !== undefined || span === undefined) throw tooLittleData(missing ?? 'no orders');
    const customers = await gather(tenant, span, work);
    const before = await running(tenant);
    const startedMs = monotonicClock.now();
    const trained = await training.call(
      'train',
      [
        {
          customers,
          startDay: span.startDay,
          endDay: span.endDay,
          seed,
          running: { churn: before.churn, value: before.value },
        },
      ],
      {
        signal: work.signal,
        onProgress: (share) => work.progress(0.15 + 0.65 * Number(share), 'Fitting and judging'),
      },
    );
    const about = {
      span,
      customers: customers.length,
      durationMs: monotonicClock.now() - startedMs,
    };
    const models: TrainingResult['models'][number][] = [];
    for (const kind of ['churn', 'value'] as const) {
      work.signal.throwIfAborted();
      models.push(await register(tenant, kind, trained, about, before.stored));
    }
    return { models };
  };

  const score: MlService['score'] = async (tenant, work) => {
    const span = await reader.span(tenant, work.signal);
    const models = await running(tenant);
    if (span === undefined || models.stored.length === 0) return 0;
    const { stored, ...parts } = models;
    const nowMs = clock.now();
    const readSince = erased.mark();
    const names = stored.map(({ kind, version }) => `${kind}@${version}`).join(' ');
    let done = 0;
    const pages = reader.pages(tenant, span, span.scoringDay, {
      limit: pageSize,
      signal: work.signal,
    });
    for await (const page of pages) {
      const scores = await scoring.call('score', [parts, page, span.scoringDay], {
        signal: work.signal,
      });
      await erased.write(tenant, readSince, async (isErased) => {
        const rows = scores
          .filter(({ key }) => !isErased(key))
          .map((one) => predictionRow(tenant, one, { nowMs, models: names }));
        if (rows.length === 0) return;
        await warehouse.commit({ rows: { predictions: rows }, tenants: [tenant] });
      });
      done += scores.length;
      work.progress(0.8 + 0.2 * Math.min(1, done / span.buyers), `${done} customers scored`);
    }
    const version = warehouse.version(tenant);
    deps.publish({ tenantId: tenant, ledgers: ['predictions'], version, events: 0 });
    return done;
  };

  const spans = new Map<TenantId, { readonly atMs: number; readonly span: KnownSpan }>();
  /** A look over all orders: who asks about some customers need not wait for one each time. */
  const keptSpan = async (tenant: TenantId, signal: AbortSignal | undefined) => {
    const kept = spans.get(tenant);
    if (kept !== undefined && monotonicClock.now() - kept.atMs < spanKeptMs) return kept.span;
    const span = await reader.span(tenant, signal);
    if (span !== undefined) spans.set(tenant, { atMs: monotonicClock.now(), span });
    return span;
  };

  return {
    readiness: async (tenant, signal) => readinessOf(await reader.span(tenant, signal)),
    train,
    score,
    running,
    async foretell(tenant, keys, signal) {
      const [span, models] = await Promise.all([keptSpan(tenant, signal), running(tenant)]);
      if (models.stored.length === 0 || span === undefined) return undefined;
      const customers = await reader.some(tenant, span, span.scoringDay, keys, signal);
      const { stored: _, ...parts } = models;
      // a few are done sooner than a thread could be told of them
      const scores =
        customers.length <= mostInline
          ? scoreCustomers(parts, customers, span.scoringDay)
          : await scoring.call(
              'score',
              [parts, customers, span.scoringDay],
              signal === undefined ? {} : { signal },
            );
      return { models, customers, scores, span };
    },
  };
}

const purchasesKind = (model: ChurnModel | ValueModel) =>
  model.kind === 'value' ? model.purchases.kind : '';
const valueFeatures = ['order_days', 'recency', 'tenure', 'order_value'];

/** How old the newest model of a business may become before another is trained. */
export const retrainAfterMs = 7 * dayMs;
