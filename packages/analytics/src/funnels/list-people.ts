import { compileCustomersAmong, compileUnitList, invalid } from '@olympus/semantic';
import type { PeopleDependencies } from '../people/people-run.js';
import { dataEnd, type FunnelRequest, startFunnel } from './funnel-request.js';
import type { FunnelPeople } from './people.contract.js';

export interface FunnelPeopleRequest extends FunnelRequest {
  /** Number of the step, from 1. */
  readonly step: number;
  readonly which: 'converted' | 'dropped';
  /** From 1. */
  readonly page?: number | undefined;
  readonly limit?: number | undefined;
}

const instant = (microseconds: unknown) =>
  microseconds === null || microseconds === undefined
    ? null
    : new Date(Number(microseconds) / 1000).toISOString();

/** Who got to a step of a funnel, or left before it, page by page. */
export async function listFunnelPeople(
  deps: PeopleDependencies,
  request: FunnelPeopleRequest,
): Promise<FunnelPeople> {
  const { run, plan } = await startFunnel(deps, request);
  const { step, which, page = 1, limit = 50 } = request;
  if (step > plan.steps.length || (which === 'dropped' && step === 1)) {
    throw invalid(
      'invalid_funnel',
      step > plan.steps.length
        ? `The funnel has ${plan.steps.length} steps`
        : 'Nobody leaves before the first step',
      '/step',
      `Give a number from ${which === 'dropped' ? 2 : 1} to ${plan.steps.length}.`,
    );
  }
  const rows = await run.ask(
    compileUnitList(run.context, plan, run.range, {
      step: step - 1,
      which,
      limit,
      offset: (page - 1) * limit,
    }),
  );
  const keys = [...new Set(rows.map((row) => String(row[1])))];
  const customers = new Set(
    keys.length === 0
      ? []
      : (await run.ask(compileCustomersAmong(run.context, plan, run.range, keys))).map(([key]) =>
          String(key),
        ),
  );
  const people = rows.map(([, key, entered, ...times]) => {
    const reached = times[step - 1] ?? null;
    return {
      key: String(key),
      customer: customers.has(String(key)),
      began_at: instant(entered) ?? '',
      step_times: times.map(instant),
      seconds: reached === null ? null : (Number(reached) - Number(entered)) / 1_000_000,
      open: reached === null && Number(entered) / 1000 + plan.windowMs > dataEnd(run),
    };
  });
  return {
    ...run.source(),
    step,
    which,
    page,
    limit,
    total: Number(rows[0]?.[0] ?? 0),
    people,
  };
}
