import { type Act, compileStickiness, planStickiness, type QueryFilters } from '@olympus/semantic';
import type { PeopleDependencies, PeopleRequest } from '../people/people-run.js';
import { type WatchSource, watch } from '../people/watch.js';
import { numberIn } from '../query/number-in.js';

export interface StickinessRequest extends PeopleRequest {
  readonly act?: Act | undefined;
  readonly grain?: 'week' | 'month' | undefined;
  readonly unit?: 'day' | 'week' | undefined;
  readonly filters?: QueryFilters | undefined;
}

/** In how many days (or weeks) of a period how many people acted. */
export interface StickinessPeriod {
  readonly period: string;
  readonly complete: boolean;
  readonly active: number;
  /** Units that each person was there in, on average. */
  readonly mean_units: number | null;
  /** People of an average unit ÷ people of the period, such as DAU ÷ MAU. */
  readonly ratio: number | null;
  /** Units of the period that have begun. */
  readonly units: number;
  readonly distribution: readonly { readonly units: number; readonly people: number }[];
}

export interface StickinessAnswer {
  readonly meta: WatchSource;
  readonly act: string;
  readonly grain: 'week' | 'month';
  readonly unit: 'day' | 'week';
  readonly periods: readonly StickinessPeriod[];
  /** Of all periods that are over. */
  readonly overall: {
    readonly mean_units: number | null;
    readonly ratio: number | null;
    readonly distribution: readonly { readonly units: number; readonly people: number }[];
  };
}

/** @throws Problem `tenant_not_found`, those of `planStickiness` and of running */
export async function runStickiness(
  deps: PeopleDependencies,
  request: StickinessRequest,
): Promise<StickinessAnswer> {
  const { act = { act: 'order.placed' }, grain = 'month', unit = 'day', filters } = request;
  const names = { act: act.act, grain, unit };
  return watch(
    deps,
    request,
    async ({ model, context, range, calendar, observedToMs, ask }) => {
      const plan = planStickiness(
        model,
        { act, grain, unit, filters },
        { calendar, range, observedToMs },
      );
      const rows = await ask(compileStickiness(context, plan));
      const periods = plan.periods.steps.map((period): StickinessPeriod => {
        const distribution = rows
          .flatMap(([step, units, people]) =>
            step === period.step || Number(step) === period.step
              ? [{ units: numberIn(units) ?? 0, people: numberIn(people) ?? 0 }]
              : [],
          )
          .toSorted((one, other) => one.units - other.units);
        const toMs = Math.min(period.wholeToMs, plan.periods.period.range?.toMs ?? 0);
        const units = plan.units.steps.filter(
          (one) => one.fromMs < toMs && one.wholeToMs > period.fromMs,
        ).length;
        return {
          period: period.label,
          complete: period.wholeToMs <= observedToMs,
          units,
          ...told(distribution, units),
          distribution,
        };
      });
      const over = periods.filter(({ complete }) => complete);
      return { ...names, periods, overall: together(over) };
    },
    { ...names, periods: [], overall: { mean_units: null, ratio: null, distribution: [] } },
  );
}

type Distribution = StickinessPeriod['distribution'];

function told(distribution: Distribution, units: number) {
  const active = distribution.reduce((sum, { people }) => sum + people, 0);
  const presences = distribution.reduce((sum, one) => sum + one.units * one.people, 0);
  return {
    active,
    mean_units: active === 0 ? null : presences / active,
    ratio: active === 0 || units === 0 ? null : presences / units / active,
  };
}

/** Periods as one: everybody counts once in each period in which they were there. */
function together(periods: readonly StickinessPeriod[]): StickinessAnswer['overall'] {
  const people = new Map<number, number>();
  for (const { distribution } of periods) {
    for (const one of distribution) {
      people.set(one.units, (people.get(one.units) ?? 0) + one.people);
    }
  }
  const distribution = [...people]
    .map(([units, count]) => ({ units, people: count }))
    .toSorted((one, other) => one.units - other.units);
  const possible = periods.reduce((sum, { units, active }) => sum + units * active, 0);
  const presences = distribution.reduce((sum, one) => sum + one.units * one.people, 0);
  const active = distribution.reduce((sum, one) => sum + one.people, 0);
  return {
    mean_units: active === 0 ? null : presences / active,
    ratio: possible === 0 ? null : presences / possible,
    distribution,
  };
}
