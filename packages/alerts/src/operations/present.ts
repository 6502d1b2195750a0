import { Problem, type TenantId } from '@olympus/core';
import { type Wording, whatHappened, whyLines } from '../evaluation/notice.js';
import type { AlertTenant } from '../evaluation/telling.js';
import type { Tried } from '../evaluation/try.js';
import { viewPath } from '../evaluation/view-path.js';
import type { AlertMetric, AlertModel } from '../reading/ports.js';
import { isFiring } from '../rules/progress.js';
import type { StoredAlert } from '../store/alert-store.js';
import { isoOf } from '../store/cells.js';
import type { Firing } from '../store/firing-store.js';
import type { AlertState } from './schemas.js';

/** How long an alert is shown as resolved after it fired. */
const resolvedMs = 86_400_000;

const isoOrNull = (ms: number | null) => (ms === null ? null : isoOf(ms));

/** How an alert stands, of all that can be said of it what matters most to people. */
export function stateOf(
  { definition, broken, progress, silencedUntilMs }: StoredAlert,
  newest: Firing | undefined,
  nowMs: number,
): AlertState {
  if (!definition.enabled) return 'off';
  if (broken !== null) return 'broken';
  if (silencedUntilMs !== null && silencedUntilMs > nowMs) return 'silenced';
  if (isFiring(progress)) {
    return newest?.endedAtMs === null && newest.acknowledgedAtMs !== null
      ? 'acknowledged'
      : 'firing';
  }
  if (Object.values(progress.groups).some(({ phase }) => phase === 'pending')) return 'pending';
  const ended = newest?.endedAtMs ?? null;
  return ended !== null && nowMs - ended < resolvedMs ? 'resolved' : 'ok';
}

const order = { firing: 0, pending: 1, ok: 2 } as const;
/** Groups of an alert that are shown. */
const mostGroups = 50;

export function presentAlert(
  alert: StoredAlert,
  newest: Firing | undefined,
  metric: AlertMetric | undefined,
  nowMs: number,
) {
  const { definition, progress } = alert;
  const groups = Object.entries(progress.groups)
    .map(([key, { phase, value, reference, low, high }]) => ({
      key,
      phase,
      value,
      reference,
      low,
      high,
    }))
    .sort((a, b) => order[a.phase] - order[b.phase])
    .slice(0, mostGroups);
  return {
    id: alert.id,
    ...structuredClone(definition),
    // the store's copy is nobody's to change, and this one is new
    filters: definition.filters.map((filter) => ({ ...filter, values: [...filter.values] })),
    channels: [...definition.channels],
    state: stateOf(alert, newest, nowMs),
    groups,
    window_at: progress.at,
    checked_at: isoOrNull(alert.checkedAtMs),
    broken: alert.broken === null ? null : { ...alert.broken },
    silenced_until:
      alert.silencedUntilMs !== null && alert.silencedUntilMs > nowMs
        ? isoOf(alert.silencedUntilMs)
        : null,
    firings: newest?.number ?? 0,
    last_fired_at: isoOrNull(newest?.startedAtMs ?? null),
    metric_label: metric?.label ?? definition.metric,
    unit: metric?.unit ?? null,
    created_at: isoOf(alert.createdAtMs),
    changed_at: isoOf(alert.changedAtMs),
  };
}

export const wordingOf = (tenant: AlertTenant, metric: AlertMetric | undefined): Wording => ({
  locale: tenant.locale,
  currency: tenant.currency,
  unit: metric?.unit ?? 'number',
  zone: { timeZone: tenant.timeZone, weekStart: tenant.weekStart },
});

export function presentFiring(
  firing: Firing,
  { definition }: StoredAlert,
  tenant: AlertTenant,
  model: AlertModel,
) {
  const metric = model.metrics.find(({ name }) => name === definition.metric);
  const wording = wordingOf(tenant, metric);
  const told = firing.groups.slice(0, 5).map((group) => {
    const text = whatHappened(definition, group, wording);
    return group.key === '' || definition.rule.kind === 'new_value'
      ? text
      : `${group.key}: ${text}`;
  });
  const { why } = firing;
  return {
    alert_id: firing.alertId,
    name: definition.name,
    number: firing.number,
    state:
      firing.endedAtMs !== null
        ? ('resolved' as const)
        : firing.acknowledgedAtMs !== null
          ? ('acknowledged' as const)
          : ('firing' as const),
    severity: firing.severity as 'info' | 'warning' | 'critical',
    window: {
      at: firing.windowAt,
      from: isoOf(firing.windowFromMs),
      to: isoOf(firing.windowToMs),
    },
    groups: firing.groups.map((group) => ({ ...group })),
    why:
      why === null
        ? null
        : {
            ...why,
            drivers: why.drivers.map((one) => ({ ...one })),
            context: why.context.map((one) => ({ ...one })),
          },
    lines: [...told, ...whyLines(why, wording)],
    note: firing.note,
    started_at: isoOf(firing.startedAtMs),
    ended_at: isoOrNull(firing.endedAtMs),
    acknowledged_at: isoOrNull(firing.acknowledgedAtMs),
    acknowledged_by: firing.acknowledgedBy,
    told_at: isoOrNull(firing.toldAtMs),
    escalated_at: isoOrNull(firing.escalatedAtMs),
    path: viewPath(definition, wording.zone, firing),
  };
}

/** Series of a trial that are shown. */
const mostSeries = 6;

export function presentTried(tried: Tried, metric: AlertMetric) {
  const { frames, episodes, suggestion } = tried;
  const [first, last] = [frames[0], frames.at(-1)];
  return {
    tried: true,
    why_not: null,
    window: tried.window,
    approximate: tried.approximate,
    from: first === undefined ? null : isoOf(first.fromMs),
    to: last === undefined ? null : isoOf(last.toMs),
    days:
      first === undefined || last === undefined
        ? 0
        : Math.round((last.toMs - first.fromMs) / 86_400_000),
    firings: episodes.length,
    episodes: episodes.map(({ from, fromMs, to, windows, groups }) => ({
      from,
      at: isoOf(fromMs),
      to,
      windows,
      groups: groups.slice(0, 10).map((group) => ({ ...group })),
    })),
    series: shownKeys(tried).map((key) => ({
      key,
      points: frames.map(({ at, observations }) => {
        const one = observations.find((observed) => observed.key === key);
        const { value = null, reference = null, low = null, high = null } = one ?? {};
        return { at, value, reference, low, high };
      }),
    })),
    suggestion: suggestion === undefined ? null : { ...suggestion },
    unit: metric.unit,
    metric_label: metric.label,
  };
}

/** The groups that would have fired, most often first, and then the largest. */
function shownKeys({ frames, episodes }: Tried): readonly string[] {
  const fired = new Map<string, number>();
  for (const { groups } of episodes) {
    for (const { key } of groups) fired.set(key, (fired.get(key) ?? 0) + 1);
  }
  const size = new Map<string, number>();
  for (const { observations } of frames) {
    for (const { key, value } of observations) {
      size.set(key, (size.get(key) ?? 0) + Math.abs(value ?? 0));
    }
  }
  return [...size.keys()]
    .sort(
      (a, b) =>
        (fired.get(b) ?? 0) - (fired.get(a) ?? 0) || (size.get(b) ?? 0) - (size.get(a) ?? 0),
    )
    .slice(0, mostSeries);
}

export const tenantNotFound = (tenant: TenantId) =>
  new Problem({
    code: 'tenant_not_found',
    kind: 'not_found',
    message: `There is no tenant "${tenant}"`,
  });
