import { type Logger, Problem, type TenantId } from '@olympus/core';
import {
  createModel,
  type Metric,
  type Model,
  type ModelLanguage,
  parseCustomMetric,
  referencesOf,
  translateModel,
} from '@olympus/semantic';
import type { AnalyticsPlatform, StoredMetric } from '../ports.js';

/** Each tenant's model: the built-in one with the tenant's own metrics. */
export interface TenantModels {
  /** @param language what it is named in; English by default */
  get(tenant: TenantId, language?: ModelLanguage): Promise<Model>;
  list(tenant: TenantId): Promise<readonly StoredMetric[]>;
  /** @throws Problem when the declaration does not fit the model; see `parseCustomMetric` */
  put(tenant: TenantId, name: string, definition: unknown): Promise<Metric>;
  /** @throws Problem `metric_in_use` while another of the tenant's metrics is made of it */
  remove(tenant: TenantId, name: string): Promise<void>;
  /** Of one tenant, or everybody's. */
  forget(tenant?: TenantId): void;
}

/**
 * Adds declarations in whatever order their references allow. One that fits no more (its parts are
 * gone) is left out and logged, so that it cannot take the rest of the model with it.
 */
function buildModel(tenant: TenantId, stored: readonly StoredMetric[], log: Logger): Model {
  const metrics: Metric[] = [];
  let waiting = [...stored];
  for (;;) {
    const failed: { entry: StoredMetric; problem: unknown }[] = [];
    for (const entry of waiting) {
      try {
        metrics.push(parseCustomMetric(entry.name, entry.definition, createModel(metrics)));
      } catch (problem) {
        failed.push({ entry, problem });
      }
    }
    if (failed.length === 0 || failed.length === waiting.length) {
      for (const { entry, problem } of failed) {
        const reason = problem instanceof Problem ? problem.code : 'unexpected';
        log.warn(
          { tenant, metric: entry.name, reason },
          'a declared metric does not fit the model',
        );
      }
      return createModel(metrics);
    }
    waiting = failed.map(({ entry }) => entry);
  }
}

export function createTenantModels(platform: AnalyticsPlatform, log: Logger): TenantModels {
  const models = new Map<TenantId, Promise<Model>>();
  const get = (tenant: TenantId): Promise<Model> => {
    const known = models.get(tenant);
    if (known !== undefined) return known;
    const loading = platform.metrics
      .list(tenant)
      .then((stored) => buildModel(tenant, stored, log))
      .catch((error: unknown) => {
        models.delete(tenant);
        throw error;
      });
    models.set(tenant, loading);
    return loading;
  };
  return {
    get: async (tenant, language = 'en') => translateModel(await get(tenant), language),
    list: (tenant) => platform.metrics.list(tenant),
    put: async (tenant, name, definition) => {
      const metric = parseCustomMetric(name, definition, await get(tenant));
      await platform.metrics.put(tenant, name, definition);
      models.delete(tenant);
      return metric;
    },
    remove: async (tenant, name) => {
      const model = await get(tenant);
      const user = [...model.metrics.values()].find((metric) =>
        referencesOf(metric).includes(name),
      );
      if (user?.custom === true) {
        throw new Problem({
          code: 'metric_in_use',
          kind: 'conflict',
          message: `"${user.name}" is made of "${name}"`,
          remedy: `Change or remove "${user.name}" first.`,
        });
      }
      const stored = await platform.metrics.list(tenant);
      if (!stored.some((entry) => entry.name === name)) {
        throw new Problem({
          code: 'unknown_metric',
          kind: 'not_found',
          message: `There is no declared metric "${name.slice(0, 80)}"`,
        });
      }
      await platform.metrics.remove(tenant, name);
      models.delete(tenant);
    },
    forget: (tenant) => {
      if (tenant === undefined) models.clear();
      else models.delete(tenant);
    },
  };
}
