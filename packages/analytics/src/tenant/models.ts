import { createPace, type Logger, Problem, type TenantId } from '@olympus/core';
import {
  createModel,
  type Metric,
  type Model,
  type ModelLanguage,
  parseCustomMetric,
  referencesOf,
  translateModel,
} from '@olympus/semantic';
import type { TenantCohorts } from '../cohorts/tenant-cohorts.js';
import type { AnalyticsPlatform, StoredMetric } from '../ports.js';

/** Each tenant's model: the built-in one with the tenant's own metrics and cohorts. */
export interface TenantModels {
  /** @param language what it is named in; English by default */
  get(tenant: TenantId, language?: ModelLanguage): Promise<Model>;
  list(tenant: TenantId): Promise<readonly StoredMetric[]>;
  /**
   * @throws Problem `too_many_metrics`, or when the declaration does not fit the model; see
   *   `parseCustomMetric`
   */
  put(tenant: TenantId, name: string, definition: unknown): Promise<Metric>;
  /** @throws Problem `metric_in_use` while another of the tenant's metrics is made of it */
  remove(tenant: TenantId, name: string): Promise<void>;
  /** Of one tenant, or everybody's. */
  forget(tenant?: TenantId): void;
}

/** Metrics that one tenant may declare. */
const maxMetrics = 300;

/** Declarations so that each comes after those that it names, as far as that is possible. */
function inOrder(stored: readonly StoredMetric[]): readonly StoredMetric[] {
  const byName = new Map(stored.map((entry) => [entry.name, entry]));
  const ordered = new Set<StoredMetric>();
  const visited = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) {
      for (const part of Object.values(value)) visit(part);
      return;
    }
    const named = typeof value === 'string' ? byName.get(value) : undefined;
    if (named === undefined || visited.has(named.name)) return;
    visited.add(named.name);
    visit(named.definition);
    ordered.add(named);
  };
  for (const { name } of stored) visit(name);
  return [...ordered];
}

/**
 * The model with a tenant's declarations. One that fits no more (its parts are gone) is left out and
 * logged, so that it cannot take the rest of the model with it.
 */
async function buildModel(
  tenant: TenantId,
  stored: readonly StoredMetric[],
  log: Logger,
): Promise<Model> {
  const pace = createPace();
  const metrics: Metric[] = [];
  for (const { name, definition } of inOrder(stored)) {
    if (pace.due()) await pace.rest();
    try {
      metrics.push(parseCustomMetric(name, definition, createModel(metrics)));
    } catch (problem) {
      const reason = problem instanceof Problem ? problem.code : 'unexpected';
      log.warn({ tenant, metric: name, reason }, 'a declared metric does not fit the model');
    }
  }
  return createModel(metrics);
}

export function createTenantModels(
  platform: AnalyticsPlatform,
  log: Logger,
  cohorts: Pick<TenantCohorts, 'applied' | 'forget'>,
): TenantModels {
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
    get: async (tenant, language = 'en') =>
      translateModel(await cohorts.applied(tenant, await get(tenant)), language),
    list: (tenant) => platform.metrics.list(tenant),
    put: async (tenant, name, definition) => {
      const metric = parseCustomMetric(name, definition, await get(tenant));
      const stored = await platform.metrics.list(tenant);
      if (stored.length >= maxMetrics && !stored.some((entry) => entry.name === name)) {
        throw tooManyMetrics();
      }
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
      cohorts.forget(tenant);
      if (tenant === undefined) models.clear();
      else models.delete(tenant);
    },
  };
}

function tooManyMetrics(): Problem {
  return new Problem({
    code: 'too_many_metrics',
    kind: 'conflict',
    message: `At most ${maxMetrics} metrics can be declared`,
    remedy: 'Remove metrics that nobody asks for.',
  });
}
