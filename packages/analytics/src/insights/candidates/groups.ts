import type { AnswerRow, AnswerValue } from '@olympus/semantic';
import { isUndefined, poissonDistribution, proportionTest } from '@olympus/stats';
import { numberIn } from '../../query/number-in.js';
import { type Facts, groupDimensions, groupMetrics } from '../facts.js';
import { type Candidate, type Evidence, figure, type InsightChart } from '../insight.js';

/** Points of a share from which a shift is worth a sentence. */
const smallestShift = 0.03;
/** Share of revenue from which one product is a concentration. */
const concentrated = 0.25;
const barsShown = 5;
/** Groups of a dimension that are tested. */
const tested = 12;

interface Group {
  readonly value: AnswerValue;
  readonly row: number;
  readonly revenue: number;
  readonly revenueBefore: number;
  readonly count: number;
  readonly countBefore: number;
}

/** Shifts of the mix, concentrations, new and vanished members of each dimension. */
export function groupCandidates(facts: Facts): readonly Candidate[] {
  return groupDimensions.flatMap((dimension) => {
    const groups = groupsOf(facts, dimension);
    return [
      ...groups
        .slice(0, tested)
        .flatMap((group) => shareShift(facts, dimension, group, groups) ?? []),
      ...groups.flatMap((group) => comeOrGone(facts, dimension, group, groups) ?? []),
    ];
  });
}

/** What groups are counted in: orders, but units where an order may be of several. */
const countedIn = (dimension: string) => (dimension.startsWith('product.') ? 'units' : 'orders');

function groupsOf({ groups }: Facts, dimension: string): readonly Group[] {
  const counted = countedIn(dimension);
  return (groups.get(dimension) ?? [])
    .map((cells, row) => {
      const at = (name: string) => numberIn(cells[name]) ?? 0;
      return {
        value: cells[dimension] ?? null,
        row,
        revenue: at('revenue'),
        revenueBefore: at('revenue_previous'),
        count: Math.max(0, at(counted)),
        countBefore: Math.max(0, at(`${counted}_previous`)),
      };
    })
    .filter(({ value }) => value !== null)
    .sort((a, b) => b.revenue + b.revenueBefore - a.revenue - a.revenueBefore);
}

function evidenceOf(facts: Facts, dimension: string): Evidence {
  return {
    id: 'e0',
    query: {
      tenant_id: facts.tenantId,
      metrics: [...groupMetrics],
      dimensions: [dimension],
      time: facts.span,
      compare: facts.before,
      limit: 2_000,
    },
    operation: null,
    columns: [dimension, ...groupMetrics.flatMap((metric) => [metric, `${metric}_previous`])],
    rows: (facts.groups.get(dimension) ?? []) as readonly AnswerRow[],
  };
}

const sum = (groups: readonly Group[], of: (group: Group) => number) =>
  groups.reduce((all, group) => all + of(group), 0);

function bars(groups: readonly Group[], own: Group): InsightChart {
  const shown = [own, ...groups.filter((group) => group !== own)].slice(0, barsShown);
  return {
    kind: 'bars',
    unit: 'currency',
    bars: shown.map(({ value, revenue, revenueBefore }) => ({
      label: String(value),
      value: revenue,
      previous: revenueBefore,
    })),
  };
}

/** A group whose share of revenue changed by more than its count of orders or units lets expect. */
function shareShift(
  facts: Facts,
  dimension: string,
  group: Group,
  groups: readonly Group[],
): Candidate | undefined {
  const [all, allBefore] = [
    sum(groups, (one) => one.revenue),
    sum(groups, (one) => one.revenueBefore),
  ];
  const [trials, trialsBefore] = [
    sum(groups, (one) => one.count),
    sum(groups, (one) => one.countBefore),
  ];
  if (all <= 0 || allBefore <= 0 || trials < 30 || trialsBefore < 30) return undefined;
  const [share, before] = [group.revenue / all, group.revenueBefore / allBefore];
  if (group.count === 0 || group.countBefore === 0) return undefined;
  const test = proportionTest(
    { successes: Math.round(group.count), trials: Math.round(trials) },
    { successes: Math.round(group.countBefore), trials: Math.round(trialsBefore) },
  );
  if (isUndefined(test)) return undefined;
  const moved = share - before;
  const rises = moved > 0;
  const single = dimension === 'product.name' && rises && share >= concentrated;
  const cells = groups.map(({ row }) => row);
  const of = (column: string) => [
    `e0/${group.row}/${column}`,
    ...cells.filter((row) => row !== group.row).map((row) => `e0/${row}/${column}`),
  ];
  return {
    kind: single ? 'concentration' : 'mix_shift',
    subject: `share ${dimension}`,
    metric: 'revenue',
    direction: rises ? 'up' : 'down',
    pValue: Math.abs(moved) < smallestShift ? 1 : test.pValue,
    money: Math.abs(moved) * all,
    told: {
      template: single ? 'concentration' : rises ? 'share_up' : 'share_down',
      places: {
        group: { kind: 'value', dimension, value: group.value },
        dimension: { kind: 'dimension', name: dimension },
        share: figure(share, 'percent', 'share', ...of('revenue')),
        before: figure(before, 'percent', 'share', ...of('revenue_previous')),
      },
    },
    evidence: [evidenceOf(facts, dimension)],
    chart: bars(groups, group),
    action: 'explain',
    span: facts.span,
    compare: facts.before,
  };
}

/** A group that sold in one of the spans only, by the chance that this is none. */
function comeOrGone(
  facts: Facts,
  dimension: string,
  group: Group,
  groups: readonly Group[],
): Candidate | undefined {
  const isNew = group.countBefore === 0 && group.count > 0;
  const isGone = group.count === 0 && group.countBefore > 0;
  if (!isNew && !isGone) return undefined;
  const seen = poissonDistribution(isNew ? group.count : group.countBefore);
  const none = isUndefined(seen) ? 1 : seen.cdf(0);
  const column = isNew ? 'revenue' : 'revenue_previous';
  const money = isNew ? group.revenue : group.revenueBefore;
  return {
    kind: isNew ? 'new_member' : 'vanished_member',
    subject: `member ${dimension} ${String(group.value)}`,
    metric: 'revenue',
    direction: isNew ? 'up' : 'down',
    pValue: typeof none === 'number' ? none : 1,
    money: Math.max(0, money),
    told: {
      template: isNew ? 'new_member' : 'vanished_member',
      places: {
        group: { kind: 'value', dimension, value: group.value },
        dimension: { kind: 'dimension', name: dimension },
        value: figure(money, 'currency', 'cell', `e0/${group.row}/${column}`),
      },
    },
    evidence: [evidenceOf(facts, dimension)],
    chart: bars(groups, group),
    action: 'look_closer',
    span: facts.span,
    compare: facts.before,
  };
}
