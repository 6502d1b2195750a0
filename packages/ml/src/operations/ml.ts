import type { Handlers } from '@olympus/contract';
import { type CustomerKey, Problem, type TenantId } from '@olympus/core';
import { valuesOf } from '../features/features.js';
import { historyAt } from '../features/history.js';
import { dateOf } from '../features/read-customers.js';
import { explainRisks } from '../models/churn-model.js';
import { tooLittleData } from '../problems.js';
import type { ModelKind, ModelStore } from '../registry/model-store.js';
import type { Foretelling, MlService } from '../service.js';
import type { Score } from '../serving/score.js';
import { factorInWords, type Wording } from '../serving/words.js';
import { missingIn } from '../training/readiness.js';
import type { AtRiskReader } from './at-risk.js';
import type { mlOperations } from './ml.contract.js';
import { languageOf, presentFeatures, presentModel, presentReadiness } from './present.js';

export interface MlHandlerDeps {
  readonly service: MlService;
  readonly store: ModelStore;
  readonly atRisk: AtRiskReader;
  readonly customerKey: (tenant: TenantId, customerId: string) => Promise<CustomerKey>;
  readonly currencyOf: (tenant: TenantId) => Promise<string>;
  readonly scoredAt: (tenant: TenantId) => Promise<string | null>;
  /** Starts a training, or gives the one that waits or runs. */
  readonly enqueueTraining: (tenant: TenantId) => Promise<number>;
  /** Starts a scoring after another model was put to work. */
  readonly enqueueScoring: (tenant: TenantId) => Promise<void>;
}

/** Customers whose factors are told. */
const mostExplained = 20;
const mostCustomers = 1_000;
/** Log odds from which on a factor is told in a list. */
const leastTold = 0.1;

export function mlHandlers(deps: MlHandlerDeps): Handlers<typeof mlOperations> {
  const { service, store, atRisk, customerKey, currencyOf } = deps;
  const decide = async (
    tenant: TenantId,
    model: { readonly kind: ModelKind; readonly version: number },
    decision: { readonly by: string; readonly reason: string },
  ) => {
    const promoted = await store.promote(tenant, model, decision);
    await deps.enqueueScoring(tenant);
    return presentModel(promoted);
  };
  return {
    'ml.models': async ({ tenant, input, signal }) => ({
      models: (await store.list(tenant)).map(presentModel),
      readiness: presentReadiness(await service.readiness(tenant, signal)),
      features: presentFeatures(languageOf(input.locale)),
      scored_at: await deps.scoredAt(tenant),
    }),
    'ml.model': async ({ tenant, input }) =>
      presentModel(await store.get(tenant, input.kind, input.version)),
    'ml.train': async ({ tenant, signal, note }) => {
      const missing = missingIn(await service.readiness(tenant, signal));
      if (missing !== undefined) throw tooLittleData(missing);
      const id = await deps.enqueueTraining(tenant);
      note({ target: String(id) });
      return { job_id: id };
    },
    'ml.promote': async ({ tenant, input, caller, note }) => {
      const { kind, version, reason } = input;
      note({ target: `${kind}@${version}`, detail: { reason } });
      return decide(tenant, { kind, version }, { by: caller.name, reason });
    },
    'ml.rollback': async ({ tenant, input, caller, note }) => {
      const { kind, reason } = input;
      const version = await store.before(tenant, kind);
      note({ target: `${kind}@${version}`, detail: { reason } });
      return decide(tenant, { kind, version }, { by: caller.name, reason });
    },
    'ml.predict': async ({ tenant, input, signal }) => {
      const ids = input.customer_ids ?? [];
      const asked = [
        ...(await Promise.all(
          ids.map(async (id) => ({ key: String(await customerKey(tenant, id)), id })),
        )),
        ...(input.customer_keys ?? []).map((key) => ({ key, id: null })),
      ];
      if (asked.length > mostCustomers) throw tooMany();
      const keys = [...new Set(asked.map(({ key }) => key))];
      const foretelling = await service.foretell(tenant, keys, signal);
      const language = languageOf(input.locale);
      const wording = {
        language,
        locale: input.locale ?? language,
        currency: await currencyOf(tenant),
      };
      const told = foretelling === undefined ? new Map() : tell(foretelling, wording);
      return {
        horizon_days: 90,
        as_of: foretelling === undefined ? '' : dateOf(foretelling.span.scoringDay - 1),
        models: (foretelling?.models.stored ?? []).map(({ kind, version }) => ({ kind, version })),
        predictions: asked.map(({ key, id }) => ({
          ...(told.get(key) ?? unknown(key)),
          customer_id: id,
        })),
      };
    },
    'ml.at_risk': async ({ tenant, input, signal }) => {
      const language = languageOf(input.locale);
      const currency = await currencyOf(tenant);
      const wording = { language, locale: input.locale ?? language, currency };
      const page = await atRisk.list(
        tenant,
        {
          bands: input.bands?.split(',') ?? [],
          rising: input.rising === true,
          limit: input.limit ?? 50,
          offset: input.offset ?? 0,
        },
        signal,
      );
      const words = await wordsOf(
        service,
        tenant,
        page.customers.map(({ customer_key }) => customer_key),
        wording,
        signal,
      );
      return {
        ...page,
        customers: page.customers.map((one) => ({
          ...one,
          words: words.get(one.customer_key) ?? [],
        })),
        scored_at: await deps.scoredAt(tenant),
        currency,
      };
    },
    'ml.export_at_risk': async ({ tenant, input, signal, note }) => {
      const { rows, body } = await atRisk.csv(
        tenant,
        { bands: input.bands?.split(',') ?? [], rising: input.rising === true },
        signal,
      );
      note({ detail: { customers: rows } });
      return { body, mediaType: 'text/csv; charset=utf-8', name: 'customers-at-risk.csv' };
    },
  };
}

const tooMany = () =>
  new Problem({
    code: 'too_many_customers',
    kind: 'invalid',
    message: `At most ${mostCustomers} customers can be asked about at once`,
    at: '/customer_ids',
    remedy: 'Ask several times.',
  });

const unknown = (key: string) => ({
  customer_key: key,
  known: false,
  churn_risk: null,
  risk_band: null,
  risk_before: null,
  next_90_days: null,
  next_365_days: null,
  value_at_risk: null,
  days_since_last_order: null,
  usual_gap_days: null,
  factors: [],
  base: null,
  score: null,
});

function toPrediction(score: Score) {
  return {
    customer_key: score.key,
    known: true,
    churn_risk: score.risk,
    risk_band: score.band,
    risk_before: score.riskBefore,
    next_90_days: score.next && { ...score.next },
    next_365_days: score.year && { ...score.year },
    value_at_risk: score.risk === null ? null : score.risk * score.usualValue,
    days_since_last_order: score.recency,
    usual_gap_days: score.gap,
  };
}

/** Why each customer's risk is what it is, for as many as are explained. */
function factorsOf({ models, customers, span }: Foretelling, wording: Wording) {
  const { churn } = models;
  const told = customers.flatMap(({ key, days }) => {
    const history = historyAt(days, span.scoringDay);
    return history === undefined ? [] : [{ key, history }];
  });
  if (churn === undefined || told.length === 0) return new Map<string, never>();
  const x = Float64Array.from(told.flatMap(({ history }) => [...valuesOf(history)]));
  return new Map(
    explainRisks(churn, x).map(({ base, score, contributions }, row) => {
      const one = told[row];
      const factors = contributions.map(({ group, contribution }) => ({
        group,
        contribution,
        words: one === undefined ? '' : factorInWords(group, one.history, wording),
      }));
      return [one?.key ?? '', { base, score, factors }] as const;
    }),
  );
}

function tell(foretelling: Foretelling, wording: Wording) {
  const { scores } = foretelling;
  const factors =
    scores.length > mostExplained ? new Map<string, never>() : factorsOf(foretelling, wording);
  return new Map(
    scores.map((score) => [
      score.key,
      {
        ...toPrediction(score),
        ...(factors.get(score.key) ?? { base: null, score: null, factors: [] }),
      },
    ]),
  );
}

/** Of each customer, the rhythm and what raises the risk most, in words. */
async function wordsOf(
  service: MlService,
  tenant: TenantId,
  keys: readonly string[],
  wording: Wording,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string[]>> {
  const foretelling = keys.length === 0 ? undefined : await service.foretell(tenant, keys, signal);
  if (foretelling === undefined) return new Map();
  const all = factorsOf(foretelling, wording);
  return new Map(
    [...all].map(([key, { factors }]) => [
      key,
      (factors as readonly { group: string; contribution: number; words: string }[])
        // how far somebody is from their own rhythm is what people look for first
        .filter(({ group, contribution }) => group === 'rhythm' || contribution >= leastTold)
        .toSorted((a, b) => Number(b.group === 'rhythm') - Number(a.group === 'rhythm'))
        .slice(0, 2)
        .map(({ words }) => words),
    ]),
  );
}
