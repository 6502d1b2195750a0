import {
  type Act,
  compileLifecycle,
  type PersonGrain,
  planLifecycle,
  type QueryFilters,
} from '@olympus/semantic';
import type { PeopleDependencies, PeopleRequest } from '../people/people-run.js';
import { type WatchSource, watch } from '../people/watch.js';
import { numberIn } from '../query/number-in.js';

export interface LifecycleRequest extends PeopleRequest {
  readonly act?: Act | undefined;
  readonly grain?: PersonGrain | undefined;
  readonly filters?: QueryFilters | undefined;
}

/** People of one period; active = new + returning + resurrecting. */
export interface LifecyclePeriod {
  readonly period: string;
  /** False while the period is not over. */
  readonly complete: boolean;
  readonly active: number;
  /** Never before. */
  readonly new: number;
  /** Also in the period before. */
  readonly returning: number;
  /** Before, but not in the period before. */
  readonly resurrecting: number;
  /** In the period before, but not in this one: active before − returning. */
  readonly dormant: number;
}

export interface LifecycleAnswer {
  readonly meta: WatchSource;
  readonly act: string;
  readonly grain: PersonGrain;
  readonly periods: readonly LifecyclePeriod[];
}

/** @throws Problem `tenant_not_found`, those of `planLifecycle` and of running */
export async function runLifecycle(
  deps: PeopleDependencies,
  request: LifecycleRequest,
): Promise<LifecycleAnswer> {
  const { act = { act: 'order.placed' }, grain = 'month', filters } = request;
  const names = { act: act.act, grain };
  return watch(
    deps,
    request,
    async ({ model, context, range, calendar, observedToMs, ask }) => {
      const plan = planLifecycle(model, { act, grain, filters }, { calendar, range, observedToMs });
      const counts = new Map<string, number>();
      for (const [step, kind, people] of await ask(compileLifecycle(context, plan))) {
        counts.set(`${step} ${kind}`, numberIn(people) ?? 0);
      }
      const count = (step: number, kind: number) => counts.get(`${step} ${kind}`) ?? 0;
      const all = plan.steps.steps.map(({ step, label, wholeToMs }) => {
        const [fresh, returning, resurrecting] = [0, 1, 2].map((kind) => count(step, kind));
        return {
          period: label,
          complete: wholeToMs <= observedToMs,
          active: (fresh ?? 0) + (returning ?? 0) + (resurrecting ?? 0),
          new: fresh ?? 0,
          returning: returning ?? 0,
          resurrecting: resurrecting ?? 0,
        };
      });
      const periods = all.flatMap((period, index) => {
        const before = all[index - 1];
        // the first is the one before those asked about
        return before === undefined
          ? []
          : [{ ...period, dormant: before.active - period.returning }];
      });
      return { ...names, periods };
    },
    { ...names, periods: [] },
  );
}
