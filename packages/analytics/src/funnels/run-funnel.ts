import { bucketsOf, type ComparisonKind, dayMs, type TimeRange } from '@olympus/core';
import {
  compileFunnel,
  defaultWindow,
  describeRange,
  type FunnelDetails,
  type FunnelFigures,
  type FunnelGroup,
  type FunnelPlan,
  hasWorth,
  readFunnel,
} from '@olympus/semantic';
import type { PeopleDependencies, PeopleRun } from '../people/people-run.js';
import { labelOfAct } from './act-labels.js';
import { notesOf } from './funnel-notes.js';
import { comparedRange, dataEnd, type FunnelRequest, startFunnel } from './funnel-request.js';
import type { FunnelAnswer, trendGrains } from './funnels.contract.js';
import { timeBounds } from './time-bounds.js';

export interface FunnelRunRequest extends FunnelRequest {
  readonly compare?: ComparisonKind | undefined;
  readonly grain?: (typeof trendGrains)[number] | undefined;
}

const shareOf = (part: number, whole: number) => (whole > 0 ? part / whole : null);

function grainOf(range: TimeRange): (typeof trendGrains)[number] {
  const days = (range.toMs - range.fromMs) / dayMs;
  return days <= 93 ? 'day' : days <= 550 ? 'week' : 'month';
}

function detailsOf(run: PeopleRun, plan: FunnelPlan, asked: FunnelRunRequest['grain']) {
  const grain = asked ?? grainOf(run.range);
  const { calendar } = run.at;
  const buckets = bucketsOf(run.range, grain, calendar);
  const details: FunnelDetails = {
    calendar,
    grain,
    range: run.range,
    buckets,
    bounds: timeBounds(plan.windowMs),
  };
  return { grain, details };
}

/** How many people got how far, how long it took, by start and by group. */
export async function runFunnel(
  deps: PeopleDependencies,
  request: FunnelRunRequest,
): Promise<FunnelAnswer> {
  const { run, plan } = await startFunnel(deps, request);
  const compared = comparedRange(run, request.time, request.compare);
  const { grain, details } = detailsOf(run, plan, request.grain);
  const [rows, earlier] = await Promise.all([
    run.ask(compileFunnel(run.context, plan, run.range, dataEnd(run), details)),
    compared && run.ask(compileFunnel(run.context, plan, compared, dataEnd(run))),
  ]);
  const figures = readFunnel(plan, rows, details);
  const before = earlier && readFunnel(plan, earlier);
  const started = figures.steps[0]?.people ?? 0;
  const converted = figures.steps.at(-1)?.people ?? 0;
  const { window = defaultWindow } = request.funnel;
  const notes = await notesOf(run, plan, figures);
  return {
    ...run.source(),
    comparison_range: describeRange(compared),
    order: plan.order,
    per: plan.per,
    window: { ...window, seconds: plan.windowMs / 1000 },
    steps: stepsOf(run, plan, figures, before),
    started,
    converted,
    rate: shareOf(converted, started),
    open: figures.open,
    times: timesOf(plan, details, figures),
    trend: {
      grain,
      points: figures.trend.map((point, index) => {
        const bucket = details.buckets[index];
        return {
          at: bucket?.label ?? '',
          ...point,
          rate: shareOf(point.converted, point.started),
          open: bucket !== undefined && bucket.toMs + plan.windowMs > dataEnd(run),
        };
      }),
    },
    worth: worthOf(plan, figures, before),
    breakdown: breakdownOf(plan, figures),
    notes: [...notes],
  };
}

function stepsOf(
  { model }: PeopleRun,
  plan: FunnelPlan,
  figures: FunnelFigures,
  before: FunnelFigures | undefined,
): FunnelAnswer['steps'] {
  const shares = (all: FunnelFigures, index: number) => {
    const people = all.steps[index]?.people ?? 0;
    const from = requiredBefore(plan, index);
    const previous = all.steps[from]?.people ?? 0;
    return {
      people,
      share_of_start: shareOf(people, all.steps[0]?.people ?? 0),
      share_of_previous: index === 0 ? null : shareOf(people, previous),
      dropped: index === 0 ? 0 : previous - people,
    };
  };
  return plan.steps.map(({ act, label, optional }, index) => {
    const { dropped: _, ...earlier } = before ? shares(before, index) : { dropped: 0 };
    return {
      number: index + 1,
      act: act.name,
      label: label ?? labelOfAct(act.name, model.language),
      optional,
      ...shares(figures, index),
      time: figures.steps[index]?.time ?? null,
      previous: 'people' in earlier ? earlier : null,
    };
  });
}

function requiredBefore(plan: FunnelPlan, index: number): number {
  for (let step = index - 1; step > 0; step -= 1) {
    if (plan.steps[step]?.optional !== true) return step;
  }
  return 0;
}

function timesOf(
  plan: FunnelPlan,
  { bounds }: FunnelDetails,
  { times }: FunnelFigures,
): FunnelAnswer['times'] {
  const edges = [0, ...bounds, plan.windowMs];
  return times.map((people, index) => ({
    from_seconds: (edges[index] ?? 0) / 1000,
    to_seconds: (edges[index + 1] ?? plan.windowMs) / 1000,
    people,
  }));
}

/** Amounts as they are told: ten thousandths are exact in the ledgers. */
const amount = (value: number) => Math.round(value * 10_000) / 10_000;

function worthOf(
  plan: FunnelPlan,
  figures: FunnelFigures,
  before: FunnelFigures | undefined,
): FunnelAnswer['worth'] {
  if (!hasWorth(plan)) return null;
  const total = amount(figures.worth ?? 0);
  return {
    total,
    per_conversion: shareOf(total, figures.steps.at(-1)?.people ?? 0),
    per_start: shareOf(total, figures.steps[0]?.people ?? 0),
    previous_total: before === undefined ? null : amount(before.worth ?? 0),
  };
}

function breakdownOf(plan: FunnelPlan, figures: FunnelFigures): FunnelAnswer['breakdown'] {
  const { breakdown } = plan;
  if (breakdown === undefined) return null;
  const told = ({ value, people, median, worth }: FunnelGroup) => ({
    value,
    people: [...people],
    share_of_start: shareOf(people.at(-1) ?? 0, people[0] ?? 0),
    median_seconds: median,
    worth: worth === null ? null : amount(worth),
  });
  return {
    dimension: breakdown.dimension.name,
    label: breakdown.dimension.label,
    of: breakdown.kind,
    step: breakdown.kind === 'step' ? breakdown.step + 1 : null,
    touch: breakdown.kind === 'step' ? breakdown.touch : null,
    limit: breakdown.limit,
    values: figures.values,
    groups: figures.groups.map(told),
    others: figures.others && told(figures.others),
  };
}
