import type { Calendar } from '@olympus/core';
import { describeFreshness } from '../query/query-service.js';
import {
  type PeopleDependencies,
  type PeopleRequest,
  type PeopleRun,
  type PeopleSource,
  startPeopleRun,
} from './people-run.js';

/** What an answer says of where it comes from; no range while there is no data. */
export type WatchSource = Omit<PeopleSource, 'range'> & {
  readonly range: PeopleSource['range'] | null;
};

/** A question about people that is answered up to the present or the end of the data. */
export interface Watch extends PeopleRun {
  readonly calendar: Calendar;
  /** Nothing is known from this instant on: the present, or just after the last fact. */
  readonly observedToMs: number;
}

/** Answers the question, or says where it would come from while there is no data at all. */
export async function watch<T>(
  deps: PeopleDependencies,
  request: PeopleRequest,
  answer: (watch: Watch) => Promise<T>,
  nothing: T,
): Promise<{ readonly meta: WatchSource } & T> {
  const run = await startPeopleRun(deps, request);
  if (run === undefined) return { meta: await sourceOfNothing(deps, request), ...nothing };
  const { calendar, profile } = run.at;
  const { nowMs } = calendar;
  const observedToMs = profile === undefined ? nowMs : Math.min(nowMs, profile.lastMs + 1);
  const answered = await answer({ ...run, calendar, observedToMs });
  return { meta: run.source(), ...answered };
}

async function sourceOfNothing(
  { queries }: PeopleDependencies,
  { tenantId }: PeopleRequest,
): Promise<WatchSource> {
  const { tenant, profile, calendar } = await queries.moment(tenantId);
  return {
    tenant_id: tenantId,
    time_zone: tenant.timeZone,
    currency: tenant.currency,
    range: null,
    freshness: describeFreshness(profile),
    generated_at: new Date(calendar.nowMs).toISOString(),
    elapsed_ms: 0,
  };
}
