import { type Clock, inTurns, type Logger, Problem } from '@olympus/core';
import { isRolling } from '../definition/check.js';
import type { Condition } from '../definition/definition.js';
import { readFrames } from '../reading/frames.js';
import type { AlertAnalytics, Pace, Reading } from '../reading/ports.js';
import { type CalendarWindow, finishedSpans, type Zone } from '../reading/windows.js';
import { isFiring } from '../rules/progress.js';
import { replay } from '../rules/replay.js';
import type { AlertStore, Broken, Checked, StoredAlert } from '../store/alert-store.js';
import type { Firing, FiringStore, Transition } from '../store/firing-store.js';
import { openHours } from './open-hours.js';
import type { AlertTenant, Telling } from './telling.js';

export interface EvaluationLimits {
  /** Alerts of one tenant that are judged at the same time. */
  readonly width: number;
  /** Milliseconds that one alert may take. */
  readonly deadlineMs: number;
  /** Milliseconds that one look at a tenant may take; the rest is looked at next time. */
  readonly budgetMs: number;
}

export const defaultEvaluationLimits: EvaluationLimits = {
  width: 2,
  deadlineMs: 5_000,
  budgetMs: 20_000,
};

export interface EvaluationDeps {
  readonly analytics: AlertAnalytics;
  readonly alerts: AlertStore;
  readonly firings: FiringStore;
  readonly telling: Telling;
  readonly tenantOf: (tenant: AlertTenant['id']) => Promise<AlertTenant | undefined>;
  readonly paceOf: (tenant: AlertTenant['id'], kpi: string, signal?: AbortSignal) => Promise<Pace>;
  readonly clock: Clock;
  readonly stopwatch: Clock;
  readonly log: Logger;
  readonly limits?: Partial<EvaluationLimits>;
}

/** `changes`: data came in, windows up to an hour are looked at. `minute`: everything that is due. */
export type Occasion = 'changes' | 'minute';

export interface Evaluation {
  /** Judges what is due of a tenant. Faults of one alert stay with it. */
  run(tenant: AlertTenant['id'], occasion: Occasion, signal?: AbortSignal): Promise<void>;
  /** Tells what is still to be told of a tenant's firings. */
  tellOpen(tenant: AlertTenant['id']): Promise<void>;
  /** Resolves when nobody is being told of anything. */
  settled(): Promise<void>;
}

/** Windows that were missed and are gone over at most. */
const mostMissed = 60;

export function createEvaluation(deps: EvaluationDeps): Evaluation {
  const { analytics, alerts, firings, telling, clock, stopwatch, log } = deps;
  const limits = { ...defaultEvaluationLimits, ...deps.limits };
  const tellings = new Set<Promise<void>>();

  const tell = (tenant: AlertTenant, alert: StoredAlert, firing: Firing) => {
    const telt = telling.tell(tenant, alert, firing).finally(() => tellings.delete(telt));
    tellings.add(telt);
  };

  const judgeOne = async (
    base: Omit<Reading, 'signal'>,
    alert: StoredAlert,
    stopped: AbortSignal | undefined,
  ): Promise<Transition> => {
    const { id, revision, progress, definition } = alert;
    const deadline = AbortSignal.timeout(limits.deadlineMs);
    const signal = stopped === undefined ? deadline : AbortSignal.any([deadline, stopped]);
    try {
      const count = Math.max(1, missedBy(definition, progress.at, base));
      const frames = await within(readFrames({ ...base, signal }, definition, count), deadline);
      const isOpen = openHours(definition, base.zone.timeZone);
      const fresh = frames.filter(({ at }) => progress.at === null || at >= progress.at);
      const replayed = replay(fresh, definition, isOpen, progress);
      return transitionOf(alert, fresh, replayed);
    } catch (error) {
      if (stopped?.aborted === true) throw error;
      return { id, revision, progress, broken: brokenBy(error, alert, deadline, base.nowMs, log) };
    }
  };

  const keepOne = async (tenant: AlertTenant, alert: StoredAlert, change: Transition) => {
    const firing = await firings.transit(tenant.id, change);
    if (firing !== undefined) tell(tenant, alert, firing);
  };

  const baseOf = async (tenant: AlertTenant): Promise<Omit<Reading, 'signal'>> => ({
    analytics,
    tenantId: tenant.id,
    zone: { timeZone: tenant.timeZone, weekStart: tenant.weekStart },
    nowMs: clock.now(),
    model: await analytics.model(tenant.id),
    paceOf: (kpi, signal) => deps.paceOf(tenant.id, kpi, signal),
    answers: new Map(),
  });

  return {
    async run(tenantId, occasion, signal) {
      const [tenant, all] = await Promise.all([deps.tenantOf(tenantId), alerts.list(tenantId)]);
      if (tenant === undefined || all.length === 0) return;
      const base = await baseOf(tenant);
      // those that waited longest first, so that a budget that is too small leaves nobody out for good
      const due = all
        .filter((alert) => isDue(alert, occasion, base.zone, base.nowMs))
        .sort((a, b) => (a.checkedAtMs ?? 0) - (b.checkedAtMs ?? 0));
      const startedMs = stopwatch.now();
      const quiet: Checked[] = [];
      await inTurns(due, limits.width, async (alert) => {
        if (stopwatch.now() - startedMs > limits.budgetMs || signal?.aborted === true) return;
        const change = await judgeOne(base, alert, signal);
        if (change.begins !== undefined || change.joins !== undefined || change.ends === true) {
          await keepOne(tenant, alert, change);
        } else quiet.push(change);
      });
      await alerts.keep(tenantId, quiet.map(bare));
    },
    async tellOpen(tenantId) {
      const open = await firings.open(tenantId);
      if (open.length === 0) return;
      const [tenant, all] = await Promise.all([deps.tenantOf(tenantId), alerts.list(tenantId)]);
      if (tenant === undefined) return;
      const byId = new Map(all.map((alert) => [alert.id, alert]));
      for (const firing of open) {
        const alert = byId.get(firing.alertId);
        if (alert !== undefined) await telling.tell(tenant, alert, firing);
      }
    },
    async settled() {
      while (tellings.size > 0) await Promise.all(tellings);
    },
  };
}

const bare = ({ id, revision, progress, broken }: Checked): Checked => ({
  id,
  revision,
  progress,
  broken,
});

/** Windows of the calendar that ended since the last that was judged. */
function missedBy(
  { window, rule }: Condition,
  at: string | null,
  { zone, nowMs }: { readonly zone: Zone; readonly nowMs: number },
): number {
  if (isRolling(window) || rule.kind === 'no_data' || rule.kind === 'pace') return 1;
  if (at === null) return 1;
  const spans = finishedSpans(window as CalendarWindow, zone, nowMs, mostMissed);
  return spans.filter((span) => span.at > at).length;
}

function isDue(alert: StoredAlert, occasion: Occasion, zone: Zone, nowMs: number): boolean {
  const { definition, progress } = alert;
  if (!definition.enabled) return false;
  const { rule, window } = definition;
  if (rule.kind === 'pace') return occasion === 'minute';
  if (isRolling(window) || rule.kind === 'no_data') return true;
  if (occasion === 'changes' && window !== 'hour') return false;
  return progress.at === null || missedBy(definition, progress.at, { zone, nowMs }) > 0;
}

/** What a run over new windows means for the firing under way. */
function transitionOf(
  { id, revision, progress: before, definition }: StoredAlert,
  frames: Parameters<typeof replay>[0],
  { progress, episodes }: ReturnType<typeof replay>,
): Transition {
  const was = isFiring(before);
  const is = isFiring(progress);
  const kept = { id, revision, progress, broken: null };
  const last = episodes.at(-1);
  if (is && last !== undefined) {
    const frame = frames.find(({ at }) => at === last.from);
    if (frame === undefined) return kept;
    return {
      ...kept,
      ...(was ? { ends: true } : {}),
      begins: {
        windowAt: frame.at,
        windowFromMs: frame.fromMs,
        windowToMs: frame.toMs,
        severity: definition.severity,
        groups: last.groups,
      },
    };
  }
  if (was && !is) return { ...kept, ends: true };
  if (!was) return kept;
  const joins = frames
    .at(-1)
    ?.observations.filter(
      ({ key }) =>
        progress.groups[key]?.phase === 'firing' && before.groups[key]?.phase !== 'firing',
    );
  return joins === undefined || joins.length === 0 ? kept : { ...kept, joins };
}

function brokenBy(
  error: unknown,
  { id, broken }: StoredAlert,
  deadline: AbortSignal,
  nowMs: number,
  log: Logger,
): Broken {
  const since = (code: string) =>
    broken?.code === code ? broken.since : new Date(nowMs).toISOString();
  if (deadline.aborted) {
    const code = 'alert_query_timeout';
    const message = 'Its question took too long';
    const remedy = 'Use fewer groups, a shorter window, or a filter.';
    return { code, message, remedy, since: since(code) };
  }
  if (error instanceof Problem) {
    const { code, message, remedy } = error;
    return { code, message, remedy: remedy ?? null, since: since(code) };
  }
  log.error({ err: error, alert: id }, 'an alert could not be judged');
  const code = 'alert_failed';
  const message = 'It could not be judged';
  return { code, message, remedy: 'Look at the log of the server.', since: since(code) };
}

/** A promise, given up when the deadline passes, whether or not what it waits for listens. */
async function within<T>(work: Promise<T>, deadline: AbortSignal): Promise<T> {
  deadline.throwIfAborted();
  return new Promise<T>((resolve, reject) => {
    const give = () => reject(deadline.reason);
    deadline.addEventListener('abort', give, { once: true });
    work.then(resolve, reject).finally(() => deadline.removeEventListener('abort', give));
  });
}
