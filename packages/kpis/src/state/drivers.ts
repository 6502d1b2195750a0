import type { TenantId } from '@olympus/core';
import { shiftPeriod } from '../calendar/period.js';
import type { KpiDefinition } from '../definition/definition.js';
import { samePoint } from '../pace/pace.js';
import type { KpiAnalytics, KpiModel } from './ports.js';
import type { KpiState } from './state.js';

/** What moved a KPI against the same part of the period before; all null where nothing can be said. */
export interface MainDriver {
  readonly difference: number | null;
  readonly previous: number | null;
  readonly main: {
    readonly dimension: string;
    readonly dimension_label: string;
    readonly value: string | null;
    readonly difference: number;
    readonly adds_up: boolean;
  } | null;
}

const nothing: MainDriver = { difference: null, previous: null, main: null };

/** The group whose contribution is largest, over the dimensions that tell most. */
export async function readMainDriver(
  { engines }: Pick<KpiAnalytics, 'engines'>,
  tenantId: TenantId,
  kpi: KpiDefinition,
  { figures, status }: KpiState,
  model: KpiModel,
  signal: AbortSignal | undefined,
): Promise<MainDriver> {
  if (figures.finished === 0 || status === 'no_data') return nothing;
  const { period, through } = figures;
  const before = shiftPeriod(period, -1);
  const found = await engines.drivers({
    tenantId,
    metric: kpi.metric,
    filters: [...kpi.filters],
    time: { from: period.from, to: through },
    compare: { from: before.from, to: samePoint(before, figures) },
    limits: { dimensions: 3, groups: 3 },
    ...(signal === undefined ? {} : { signal }),
  });
  if (found.kind !== 'drivers') return nothing;
  const { difference, previous } = found.total;
  const groups = found.dimensions.flatMap(({ dimension, addsUp, groups: all }) =>
    all.map((group) => ({ dimension, addsUp, ...group })),
  );
  // what contributes to the whole says more than what changed by itself
  const telling = groups.some(({ addsUp }) => addsUp)
    ? groups.filter(({ addsUp }) => addsUp)
    : groups;
  const [largest] = telling.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  if (largest === undefined) return { difference, previous, main: null };
  const { dimension, value, addsUp } = largest;
  const label = model.dimensions.find(({ name }) => name === dimension)?.label ?? dimension;
  return {
    difference,
    previous,
    main: {
      dimension,
      dimension_label: label,
      value: value === null ? null : String(value),
      difference: largest.difference,
      adds_up: addsUp,
    },
  };
}
