import type { Frame, QueryFilter } from '@olympus/sdk';
import type { Address } from '../address/address.js';
import { printCondition } from '../customers/conditions.js';
import { MOST } from '../explore/explore-search.js';
import { printStep } from '../funnels/written-act.js';
import { printFilter } from '../scope/filters.js';

/** A page that shows what a frame asks, and its address. */
export interface FramePage {
  readonly to: string;
  readonly search: Address;
}

type Study = NonNullable<Frame['study']>;
type StudyOf<Kind extends Study['kind']> = Extract<Study, { kind: Kind }>;

/** Filters that frames call by names and pages by numbers or ids. */
const named = (dimension: string) =>
  dimension === 'customer.cohort' || dimension.startsWith('time.');

const filtersOf = (frame: Frame): readonly QueryFilter[] =>
  frame.filters.map(({ dimension, operator, values }) => ({
    dimension,
    operator,
    values: [...values],
  }));

/** The span and the filters of a frame, as every page's address keeps them. */
function scopeOf(frame: Frame, usual?: string): Address {
  const { time } = frame;
  const period = time === null ? usual : `${time.from}..${time.to}`;
  const filters = filtersOf(frame).map(printFilter);
  return {
    ...(period === undefined ? {} : { r: period }),
    ...(filters.length === 0 ? {} : { f: filters }),
  };
}

/** The page that shows a frame as it is; undefined where no address keeps all of it. */
export function pageOf(frame: Frame): FramePage | undefined {
  if (frame.filters.some(({ dimension }) => named(dimension))) return undefined;
  const { study } = frame;
  if (!study) return exploreOf(frame);
  switch (study.kind) {
    case 'retention':
      return retentionOf(frame, study);
    case 'repeats':
      // the page's windows are its own
      return study.within === null
        ? { to: '/retention', search: { ...scopeOf(frame, 'all_time'), tab: 'repeats' } }
        : undefined;
    case 'funnel':
      return funnelOf(frame, study);
    case 'people':
      return customersOf(frame, study);
    case 'segments':
      return {
        to: '/customers',
        search: { tab: 'segments', ...(study.by === 'rfm' ? {} : { by: study.by }) },
      };
    case 'baskets':
      // a product stands in the address by its id
      if (study.focus !== null && study.item === 'product') return undefined;
      return {
        to: '/retention',
        search: {
          ...scopeOf(frame, 'all_time'),
          tab: 'baskets',
          item: study.item,
          ...(study.focus === null ? {} : { focus: study.focus }),
        },
      };
    case 'goals': {
      const [only, ...others] = study.goals;
      return only !== undefined && others.length === 0
        ? { to: `/kpis/${encodeURIComponent(only)}`, search: {} }
        : { to: '/kpis', search: {} };
    }
    case 'orders':
      return undefined;
    default:
      throw new Error(`unknown study ${String(study satisfies never)}`);
  }
}

function retentionOf(frame: Frame, study: StudyOf<'retention'>): FramePage {
  const { grain, dimensions } = frame;
  const [by] = dimensions;
  const lost = study.shown === 'lost';
  return {
    to: '/retention',
    search: {
      ...scopeOf(frame, 'all_time'),
      per: grain === 'day' || grain === 'week' ? grain : 'month',
      ...(study.measure === 'revenue' ? { show: 'revenue' } : lost ? { show: 'lost' } : {}),
      ...(lost ? { bracket: 'on_or_after' } : {}),
      ...(by === undefined ? {} : { by }),
    },
  };
}

function funnelOf(frame: Frame, { steps, within }: StudyOf<'funnel'>): FramePage {
  const [breakdown] = frame.dimensions;
  const filters = filtersOf(frame);
  const { f: _, ...scope } = scopeOf(frame, 'last_28_days');
  return {
    to: '/funnels',
    search: {
      ...scope,
      s: steps.map((act, index) => printStep({ act, filters: index === 0 ? filters : [] })),
      ...(within === null ? {} : { w: `${within}day` }),
      ...(breakdown === undefined ? {} : { b: breakdown }),
    },
  };
}

/** The list of customers; its amounts are of all time there, so a frame's time is not kept. */
function customersOf(frame: Frame, study: StudyOf<'people'>): FramePage | undefined {
  if (frame.time !== null) return undefined;
  const { conditions, order } = study;
  const { by, direction } = order;
  return {
    to: '/customers',
    search: {
      ...scopeOf(frame),
      where: conditions.map(({ column, operator, values }) =>
        printCondition({ column, operator, values: [...values] }),
      ),
      ...(by === 'revenue' && direction === 'desc'
        ? {}
        : { sort: direction === 'asc' ? `-${by}` : by }),
    },
  };
}

/** A condition on a metric, which no filter of a page says. */
const isOfMetric = ({ dimension, operator }: Frame['filters'][number]): boolean =>
  !dimension.includes('.') && ['gt', 'gte', 'lt', 'lte'].includes(operator);

/** Metrics by groups and time, where the page Explore can show them like that. */
function exploreOf(frame: Frame): FramePage | undefined {
  const { intent, metrics, dimensions, grain, compare, order, limit, ranking } = frame;
  const isFigures = intent === 'query' || intent === 'compare';
  const [metric] = metrics;
  const ranked = order[0];
  if (
    !isFigures ||
    metric === undefined ||
    metrics.length > MOST.metrics ||
    dimensions.length > MOST.dimensions ||
    frame.ratio ||
    frame.transform?.kind === 'cumulative' ||
    ranking?.per ||
    ranked?.direction === 'asc' ||
    (ranked !== undefined && ranked.by !== metric) ||
    (grain !== null && limit !== null) ||
    frame.filters.some(isOfMetric) ||
    compare?.kind === 'range'
  )
    return undefined;
  const { transform } = frame;
  return {
    to: '/explore',
    search: {
      ...scopeOf(frame, 'all_time'),
      x: [...metrics],
      ...(dimensions.length === 0 ? {} : { b: [...dimensions] }),
      ...(grain === null ? { as: dimensions.length === 0 ? 'number' : 'bar' } : { g: grain }),
      c: compare?.kind ?? 'none',
      ...(limit === null ? {} : { n: String(limit) }),
      ...(ranking && ranking.by !== 'value' ? { by: ranking.by } : {}),
      ...(transform === null ? {} : { p: transform.kind }),
      ...(transform?.kind === 'moving_average' && transform.window
        ? { w: String(transform.window) }
        : {}),
    },
  };
}
