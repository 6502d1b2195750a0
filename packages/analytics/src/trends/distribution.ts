import type { TenantId } from '@olympus/core';
import {
  compileBins,
  compileSpread,
  describeRange,
  type FormulaMetric,
  type MetricQuery,
  type ModelLanguage,
  type ThingToMeasure,
  type Unit,
  withThings,
} from '@olympus/semantic';
import { numberIn } from '../query/number-in.js';
import type { QueryService } from '../query/query-service.js';
import type { TenantModels } from '../tenant/models.js';
import { askedModel } from './asked-model.js';
import { chooseBins, type Spread, trimBins } from './bins.js';

export interface DistributionRequest {
  readonly tenantId: TenantId;
  readonly metric: string | FormulaMetric;
  /** What it is computed for one by one. */
  readonly per: ThingToMeasure;
  readonly time?: MetricQuery['time'] | undefined;
  readonly filters?: MetricQuery['filters'] | undefined;
  /** About how many bins; chosen from the values where it is left out. */
  readonly bins?: number | undefined;
  readonly language?: ModelLanguage | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Distribution {
  readonly tenant_id: string;
  readonly metric: { readonly name: string; readonly label: string; readonly unit: Unit };
  readonly per: ThingToMeasure;
  /** Half-open, from the lowest; the outermost hold all values beyond them as well. */
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  /** Whether there are values below the first bin and above the last. */
  readonly below: boolean;
  readonly above: boolean;
  /** Things that have a value. */
  readonly count: number;
  readonly least: number | null;
  readonly most: number | null;
  readonly mean: number | null;
  readonly deviation: number | null;
  readonly range: { readonly from: string; readonly to: string } | null;
  readonly time_zone: string;
  readonly currency: string;
}

function spreadOf(cells: readonly unknown[] = []): Spread | undefined {
  const [count = 0, least, most, mean, squares] = cells.map((cell) =>
    cell === null ? undefined : Number(cell),
  );
  if (count === 0 || least === undefined || most === undefined || mean === undefined) {
    return undefined;
  }
  const variance = Math.max(0, (squares ?? 0) - mean * mean);
  return { count, least, most, mean, deviation: Math.sqrt(variance) };
}

/**
 * How a metric's values of single orders or customers are distributed; counted where the data lies.
 * @throws Problem `unknown_metric`, `no_distribution`, those of `withFormula` and `planQuery`
 */
export async function readDistribution(
  deps: {
    readonly queries: Pick<QueryService, 'moment' | 'plan' | 'read'>;
    readonly models: Pick<TenantModels, 'get'>;
  },
  request: DistributionRequest,
): Promise<Distribution> {
  const { tenantId, per, time, filters = [], signal } = request;
  const { queries } = deps;
  const at = await queries.moment(tenantId);
  const asked = askedModel(await deps.models.get(tenantId, request.language), request.metric);
  const { model, dimension } = withThings(asked.model, asked.metric.name, per);
  const named = { dimension, operator: 'not_equals' as const, values: [null] };
  const plan = queries.plan(at, model, {
    metrics: [asked.metric.name],
    dimensions: [dimension],
    filters: [...filters, named],
    ...(time === undefined ? {} : { time }),
  });
  const spread = spreadOf((await queries.read(plan, compileSpread, signal))[0]);
  const { name, label, unit } = asked.metric;
  const { timeZone, currency } = at.tenant;
  const bins = spread && chooseBins(spread, unit === 'count', request.bins);
  const counts = new Map(
    bins === undefined
      ? []
      : (await queries.read(plan, (made, dialect) => compileBins(made, bins, dialect), signal)).map(
          ([bin, count]): [number, number] => [Number(bin), numberIn(count ?? null) ?? 0],
        ),
  );
  const edge = (place: number) => tidy((bins?.from ?? 0) + place * (bins?.width ?? 0));
  const shown = trimBins(
    Array.from({ length: bins?.count ?? 0 }, (_, place) => ({
      from: edge(place),
      to: edge(place + 1),
      count: counts.get(place) ?? 0,
    })),
  );
  return {
    tenant_id: tenantId,
    metric: { name, label, unit },
    per,
    bins: shown,
    below: spread !== undefined && spread.least < (shown[0]?.from ?? 0),
    above: spread !== undefined && spread.most >= (shown.at(-1)?.to ?? 0),
    count: spread?.count ?? 0,
    least: spread?.least ?? null,
    most: spread?.most ?? null,
    mean: spread?.mean ?? null,
    deviation: spread?.deviation ?? null,
    range: describeRange(plan.range),
    time_zone: timeZone,
    currency,
  };
}

/** Without the dust of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(12));
