import { dayMs, printWall, toWall } from '@olympus/core';
import type { Condition } from '../definition/definition.js';
import type { AlertAnalytics, AlertModel } from '../reading/ports.js';
import { type CalendarWindow, minutesOf, referenceStart, type Zone } from '../reading/windows.js';
import type { Firing } from '../store/firing-store.js';

/** A group that moved the metric more than its size lets expect. */
export interface WhyDriver {
  readonly dimension: string;
  readonly dimension_label: string;
  readonly value: string | null;
  /** Its part of the change, in the metric's unit. */
  readonly contribution: number;
}

/** What lies behind a firing, as far as arithmetic and the calendar tell. */
export interface Why {
  readonly current: number | null;
  readonly previous: number | null;
  /** The window that it was taken apart against, local, `to` exclusive. */
  readonly compared: { readonly from: string; readonly to: string };
  readonly drivers: readonly WhyDriver[];
  /** Promotions, prices, what was sold out, holidays nearby. */
  readonly context: readonly {
    readonly kind: string;
    readonly name: string;
    readonly at: string | null;
  }[];
  /** How far the data reached when it was looked at; an ISO instant. */
  readonly data_through: string | null;
  /** How often the alert fired in the 90 days before. */
  readonly earlier: number;
}

/** How long an explanation is waited for. */
const patienceMs = 4_000;

export interface WhyDeps {
  readonly analytics: AlertAnalytics;
  readonly model: AlertModel;
  readonly language: Parameters<AlertAnalytics['model']>[1];
  readonly zone: Zone;
  /** Firings of this alert in the 90 days before. */
  readonly earlier: number;
}

/** What the window is held against: what the rule says, or the same of the week before. */
export function comparedStart({ rule, window }: Condition, fromWallMs: number): number {
  if (rule.kind === 'change') return referenceStart(window, rule.against, fromWallMs);
  const unit = minutesOf(window) === undefined ? (window as CalendarWindow) : undefined;
  return unit === 'week' || unit === 'month'
    ? referenceStart(window, 'previous', fromWallMs)
    : fromWallMs - 7 * dayMs;
}

/** Asks the engine of drivers about a firing. What cannot be told in time is left out. */
export async function explainFiring(
  { analytics, model, language, zone, earlier }: WhyDeps,
  condition: Condition,
  firing: Pick<Firing, 'tenantId' | 'windowFromMs' | 'windowToMs' | 'groups'>,
): Promise<Why> {
  const from = toWall(zone.timeZone, firing.windowFromMs);
  const to = toWall(zone.timeZone, firing.windowToMs);
  const before = comparedStart(condition, from);
  const compared = { from: printWall(before), to: printWall(before + (to - from)) };
  const filters = [...condition.filters, ...groupFilter(condition, firing, model)];
  const found = await analytics.engines
    .explain({
      tenantId: firing.tenantId,
      metric: condition.metric,
      ...(filters.length === 0 ? {} : { filters }),
      time: { from: printWall(from), to: printWall(to) },
      compare: compared,
      pairs: false,
      language,
      signal: AbortSignal.timeout(patienceMs),
    })
    .catch(() => undefined);
  const label = (dimension: string) =>
    model.dimensions.find(({ name }) => name === dimension)?.label ?? dimension;
  return {
    current: found?.total.current ?? firing.groups[0]?.value ?? null,
    previous: found?.total.previous ?? null,
    compared,
    drivers: (found?.top ?? []).map(({ dimension, key, contribution }) => ({
      dimension,
      dimension_label: label(dimension),
      value: key[0] === null || key[0] === undefined ? null : String(key[0]),
      contribution,
    })),
    context: (found?.context ?? []).slice(0, 5).map((event) => ({
      kind: event.kind,
      name: event.name,
      at: 'at' in event ? event.at : null,
    })),
    data_through: found?.source.freshness.data_through ?? null,
    earlier,
  };
}

/** One group that fires is looked at by itself. */
function groupFilter(
  { group_by: dimension }: Condition,
  { groups }: Pick<Firing, 'groups'>,
  model: AlertModel,
) {
  const [group, ...others] = groups;
  if (dimension === null || group === undefined || others.length > 0) return [];
  const type = model.dimensions.find(({ name }) => name === dimension)?.type;
  const value = type === 'integer' ? Number(group.key) : group.key;
  return [{ dimension, operator: 'equals' as const, values: [value] }];
}
