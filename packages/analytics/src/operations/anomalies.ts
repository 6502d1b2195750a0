import type { Handlers } from '@olympus/contract';
import { Problem, type TenantId } from '@olympus/core';
import { type Filter, filtersIn, modelLanguageOf, parseMetricQuery } from '@olympus/semantic';
import type { Analytics } from '../analytics.js';
import type { Detectors, Watched } from '../detectors/detectors.js';
import type { AnomalyLabels } from '../detectors/labels.js';
import type { anomalyOperations } from './anomalies.contract.js';
import { anomaliesAnswer, backtestAnswer } from './anomalies-answer.js';

export function anomalyHandlers(
  analytics: Analytics,
  detectors: Detectors,
  labels: AnomalyLabels,
): Handlers<typeof anomalyOperations> {
  const { engines } = analytics;

  /** What both ways to look at a metric are asked with. */
  const readWatched = async (
    tenant: TenantId,
    { metric, grain = 'day', breakdown, sensitivity, filters, locale, time }: WatchedInput,
  ) => {
    const parsed = parseMetricQuery({ tenant_id: tenant, metrics: [metric], filters, time });
    const question = {
      metric,
      grain,
      filters: [...filtersIn(parsed.filters)],
      breakdown: breakdown ?? null,
    };
    const language = modelLanguageOf(locale);
    return {
      request: {
        tenantId: tenant,
        metric,
        grain,
        breakdown,
        sensitivity,
        filters: question.filters,
        labels: await labels.of(tenant, question),
        language,
        time: parsed.time,
      },
      around: await analytics.surroundings(tenant, language),
    };
  };

  /** Refuses what names people, and metrics and dimensions that there are not. */
  const checkWatched = async (tenant: TenantId, watched: Watched): Promise<void> => {
    const { metric, filters, breakdown } = watched;
    await analytics.check(tenant, {
      tenant_id: tenant,
      metrics: [metric],
      ...(filters.length === 0 ? {} : { filters }),
      ...(breakdown === null ? {} : { dimensions: [breakdown] }),
    });
    const named = [...filters.map(({ dimension }) => dimension), breakdown];
    if (!named.includes('customer.key')) return;
    throw new Problem({
      code: 'personal_dimension',
      kind: 'invalid',
      message: 'A detector cannot name single customers',
      at: breakdown === 'customer.key' ? '/breakdown' : '/filters',
      remedy: 'Watch a segment or a country.',
    });
  };

  return {
    'analytics.anomalies': async ({ tenant, input, signal }) => {
      const { request, around } = await readWatched(tenant, input);
      return anomaliesAnswer(await engines.scan({ ...request, signal }), around);
    },
    'analytics.anomalies_backtest': async ({ tenant, input, signal }) => {
      const { request, around } = await readWatched(tenant, input);
      const { last = 90, breakdown } = input;
      const { time: _, ...asked } = request;
      const backtest = await engines.backtest({ ...asked, last, signal });
      return backtestAnswer({ ...backtest, breakdown }, around);
    },
    'analytics.label_anomaly': async ({ tenant, input, note }) => {
      const { metric, grain, breakdown = null, verdict, series, time, kind, ...more } = input;
      const filters = filtersOf(tenant, metric, input.filters);
      const question = { metric, grain, filters, breakdown };
      await checkWatched(tenant, { ...question, sensitivity: 'medium' });
      const { direction, deviations } = more;
      if (verdict === null) await labels.remove(tenant, question, { series, time, kind });
      else {
        const label = { series, time, kind, direction, deviations, verdict };
        await labels.put(tenant, question, label);
      }
      analytics.outlooks.forget(tenant);
      note({ target: metric, detail: { time, kind, verdict } });
      return undefined;
    },
    'detectors.list': async ({ tenant }) => ({ detectors: await detectors.list(tenant) }),
    'detectors.save': async ({ tenant, input, note }) => {
      const { id, name, metric, grain = 'day', breakdown = null, sensitivity = 'medium' } = input;
      const filters = filtersOf(tenant, metric, input.filters);
      const watched: Watched = { metric, grain, filters, breakdown, sensitivity };
      await checkWatched(tenant, watched);
      const saved = await detectors.save(tenant, { ...watched, id, name });
      note({ target: saved.id, detail: { name: saved.name, metric } });
      return saved;
    },
    'detectors.remove': async ({ tenant, input, note }) => {
      await detectors.remove(tenant, input.id);
      note({ target: input.id });
      return undefined;
    },
  };
}

interface WatchedInput {
  readonly metric: string;
  readonly grain?: Watched['grain'];
  readonly breakdown?: string;
  readonly sensitivity?: Watched['sensitivity'];
  readonly filters?: unknown;
  readonly locale?: string;
  readonly time?: unknown;
}

const filtersOf = (tenant: TenantId, metric: string, filters: unknown): Filter[] => [
  ...filtersIn(parseMetricQuery({ tenant_id: tenant, metrics: [metric], filters }).filters),
];
