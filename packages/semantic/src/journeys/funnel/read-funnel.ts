import { bucketStep } from '../../compile/bucket.js';
import { type FunnelDetails, funnelParts } from './compile-funnel.js';
import type { FunnelPlan } from './funnel.js';

type Value = string | number | boolean | null;

/** How long converting took, in seconds: what a quarter, a half, … did not exceed. */
export interface TimeShares {
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
}

export interface FunnelGroup {
  /** Null: the value is not known. */
  readonly value: string | null;
  readonly people: readonly number[];
  /** Median seconds from the start to the last step. */
  readonly median: number | null;
  readonly worth: number | null;
}

/** What a funnel's statement says. */
export interface FunnelFigures {
  readonly steps: readonly { readonly people: number; readonly time: TimeShares | null }[];
  /** Not converted yet, and their window goes on. */
  readonly open: number;
  /** Net worth of the converting orders; null where the last step is none. */
  readonly worth: number | null;
  /** How many took how long, by the spans that were asked for; one more for what took longest. */
  readonly times: readonly number[];
  /** By bucket: how many began, and how many of them converted. */
  readonly trend: readonly { readonly started: number; readonly converted: number }[];
  readonly groups: readonly FunnelGroup[];
  readonly others: FunnelGroup | null;
  /** How many different values there are. */
  readonly values: number;
}

const numeric = (value: Value | undefined): number => Number(value ?? 0);
const known = (value: Value | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

/** The figures in the rows of `compileFunnel`. */
export function readFunnel(
  plan: FunnelPlan,
  rows: readonly (readonly Value[])[],
  details?: FunnelDetails,
): FunnelFigures {
  const of = (part: number) => rows.filter((row) => row[0] === part);
  const steps = plan.steps.map((_, index) => {
    const row = of(funnelParts.step).find(([, place]) => Number(place) === index);
    const [p25, p50, p75, p90] = (row ?? []).slice(5).map(known);
    const time =
      p25 == null || p50 == null || p75 == null || p90 == null ? null : { p25, p50, p75, p90 };
    return { people: numeric(row?.[3]), time };
  });
  const worth = of(funnelParts.worth)[0];
  return {
    steps,
    open: numeric(of(funnelParts.open)[0]?.[3]),
    worth: worth === undefined ? null : numeric(worth[5]),
    times: timesOf(of(funnelParts.time), details),
    trend: trendOf(of(funnelParts.trend), details),
    ...groupsOf(plan, of(funnelParts.group)),
    values: numeric(of(funnelParts.values)[0]?.[3]),
  };
}

function timesOf(rows: readonly (readonly Value[])[], details: FunnelDetails | undefined) {
  if (details === undefined) return [];
  const counts = new Array<number>(details.bounds.length + 1).fill(0);
  for (const row of rows) counts[numeric(row[1])] = numeric(row[3]);
  return counts;
}

function trendOf(rows: readonly (readonly Value[])[], details: FunnelDetails | undefined) {
  if (details === undefined) return [];
  const { range, buckets, grain } = details;
  const byStep = new Map(rows.map((row) => [numeric(row[1]), row]));
  return buckets.map((bucket, position) => {
    const row = byStep.get(bucketStep({ range, buckets }, grain, bucket, position));
    return { started: numeric(row?.[3]), converted: numeric(row?.[4]) };
  });
}

function groupsOf(plan: FunnelPlan, rows: readonly (readonly Value[])[]) {
  const places = [...new Set(rows.map((row) => numeric(row[1])))].sort((a, b) => a - b);
  const last = plan.steps.length - 1;
  const group = (place: number): FunnelGroup => {
    const own = rows.filter((row) => numeric(row[1]) === place);
    const at = (step: number) => own.find((row) => numeric(row[4]) === step);
    const value = own[0]?.[2] ?? null;
    return {
      value: value === null ? null : String(value),
      people: plan.steps.map((_, step) => numeric(at(step)?.[3])),
      median: known(at(last)?.[5]),
      worth: known(at(last)?.[6]),
    };
  };
  return {
    groups: places.filter((place) => place > 0).map(group),
    others: places.includes(0) ? group(0) : null,
  };
}
