import { randomBytes } from 'node:crypto';
import type { Handlers } from '@olympus/contract';
import { type Clock, Problem, type TenantId } from '@olympus/core';
import { modelLanguageOf } from '@olympus/semantic';
import { checkCondition, unknownMetric } from '../definition/check.js';
import {
  type Condition,
  conditionOf,
  type Definition,
  definitionOf,
  type GivenDefinition,
} from '../definition/definition.js';
import type { EvaluationDeps } from '../evaluation/evaluate.js';
import type { AlertTenant } from '../evaluation/telling.js';
import { tryCondition } from '../evaluation/try.js';
import { readFrames } from '../reading/frames.js';
import type { AlertModel, Reading } from '../reading/ports.js';
import type { StoredAlert } from '../store/alert-store.js';
import { templatesFor } from '../templates/templates.js';
import type { alertOperations } from './alerts.contract.js';
import { presentAlert, presentFiring, presentTried, tenantNotFound } from './present.js';

export interface AlertHandlerDeps
  extends Pick<EvaluationDeps, 'analytics' | 'alerts' | 'firings' | 'tenantOf' | 'paceOf'> {
  readonly clock: Clock;
  /** Judges a tenant's alerts soon. */
  readonly look: (tenant: TenantId) => void;
}

/** What one call is about. */
interface Moment {
  readonly tenant: AlertTenant;
  readonly model: AlertModel;
}

export function alertHandlers(deps: AlertHandlerDeps): Handlers<typeof alertOperations> {
  const { analytics, alerts, firings, clock } = deps;
  const momentOf = async (id: TenantId, locale?: string): Promise<Moment> => {
    const tenant = await deps.tenantOf(id);
    if (tenant === undefined) throw tenantNotFound(id);
    return { tenant, model: await analytics.model(id, modelLanguageOf(locale)) };
  };
  const readingOf = ({ tenant, model }: Moment, signal: AbortSignal): Reading => ({
    analytics,
    tenantId: tenant.id,
    zone: { timeZone: tenant.timeZone, weekStart: tenant.weekStart },
    nowMs: clock.now(),
    model,
    paceOf: (kpi, aborted) => deps.paceOf(tenant.id, kpi, aborted),
    answers: new Map(),
    signal,
  });
  const metricOf = ({ model }: Moment, condition: Condition) => {
    const metric = model.metrics.find(({ name }) => name === condition.metric);
    if (metric === undefined) throw unknownMetric(condition.metric);
    return metric;
  };
  const shown = async (moment: Moment, alert: StoredAlert) => {
    const [newest] = await firings.list(moment.tenant.id, { alert: alert.id, limit: 1 });
    const { metric: name } = alert.definition;
    const metric = moment.model.metrics.find((one) => one.name === name);
    return presentAlert(alert, newest, metric, clock.now());
  };
  const checked = async (moment: Moment, given: GivenDefinition, signal: AbortSignal) => {
    const definition = definitionOf(given);
    if (definition.name === '') throw nameless();
    checkCondition(definition, moment.model);
    // asks once, so that filters that do not fit the metric are refused with their place
    await readFrames(readingOf(moment, signal), definition, 1);
    return definition;
  };
  return {
    'alerts.create': async ({ tenant, input, signal, note }) => {
      const moment = await momentOf(tenant, input.locale);
      const definition = await checked(moment, input, signal);
      const alert = await alerts.add(tenant, randomBytes(9).toString('base64url'), definition);
      note({ target: alert.id, detail: { name: definition.name, metric: definition.metric } });
      deps.look(tenant);
      return shown(moment, alert);
    },
    'alerts.list': async ({ tenant, input }) => {
      const [moment, all, newest] = await Promise.all([
        momentOf(tenant, input.locale),
        alerts.list(tenant),
        firings.newest(tenant),
      ]);
      const metrics = new Map(moment.model.metrics.map((metric) => [metric.name, metric]));
      const nowMs = clock.now();
      return {
        alerts: all.map((alert) =>
          presentAlert(alert, newest.get(alert.id), metrics.get(alert.definition.metric), nowMs),
        ),
      };
    },
    'alerts.get': async ({ tenant, input }) => {
      const moment = await momentOf(tenant, input.locale);
      const alert = await alerts.get(tenant, input.id);
      const [newest] = await firings.list(tenant, { alert: alert.id, limit: 1 });
      const open = newest !== undefined && newest.endedAtMs === null;
      return {
        alert: await shown(moment, alert),
        firing: open ? presentFiring(newest, alert, moment.tenant, moment.model) : null,
      };
    },
    'alerts.change': async ({ tenant, input, signal, note }) => {
      const moment = await momentOf(tenant, input.locale);
      const before = await alerts.get(tenant, input.id);
      const definition = await checked(moment, input, signal);
      const anew = measureOf(before.definition) !== measureOf(definition);
      if (anew) await firings.endOpen(tenant, before.id);
      const alert = await alerts.replace(tenant, input.id, definition, anew);
      note({ target: alert.id, detail: { name: definition.name, metric: definition.metric } });
      deps.look(tenant);
      return shown(moment, alert);
    },
    'alerts.try': async ({ tenant, input, signal }) => {
      const moment = await momentOf(tenant, input.locale);
      const condition = conditionOf(input);
      checkCondition(condition, moment.model);
      const metric = metricOf(moment, condition);
      const options = { aim: input.aim };
      const tried = await tryCondition(readingOf(moment, signal), condition, options);
      if (typeof tried !== 'string') return presentTried(tried, metric);
      return {
        tried: false,
        why_not: tried,
        window: null,
        approximate: false,
        from: null,
        to: null,
        days: 0,
        firings: 0,
        episodes: [],
        series: [],
        suggestion: null,
        unit: metric.unit,
        metric_label: metric.label,
      };
    },
    'alerts.silence': async ({ tenant, input, note }) => {
      const moment = await momentOf(tenant, input.locale);
      const { minutes } = input;
      const until = minutes === null ? null : clock.now() + minutes * 60_000;
      const alert = await alerts.silence(tenant, input.id, until);
      note({ target: alert.id, detail: { minutes } });
      return shown(moment, alert);
    },
    'alerts.acknowledge': async ({ tenant, input, caller, note }) => {
      const moment = await momentOf(tenant);
      const alert = await alerts.get(tenant, input.id);
      const [newest] = await firings.list(tenant, { alert: alert.id, limit: 1 });
      if (newest === undefined && input.number === undefined) return { firing: null };
      const firing = await firings.acknowledge(tenant, input.id, input.number, {
        who: caller.name,
        note: input.note?.trim(),
      });
      note({ target: alert.id, detail: { number: firing.number } });
      return { firing: presentFiring(firing, alert, moment.tenant, moment.model) };
    },
    'alerts.history': async ({ tenant, input }) => {
      const moment = await momentOf(tenant);
      const about = { limit: input.limit ?? 100, ...(input.id ? { alert: input.id } : {}) };
      const [found, all] = await Promise.all([firings.list(tenant, about), alerts.list(tenant)]);
      const byId = new Map(all.map((alert) => [alert.id, alert]));
      return {
        firings: found.flatMap((firing) => {
          const alert = byId.get(firing.alertId);
          if (alert === undefined) return [];
          return [presentFiring(firing, alert, moment.tenant, moment.model)];
        }),
      };
    },
    'alerts.templates': async ({ tenant, input }) => {
      const { model } = await momentOf(tenant, input.locale);
      const templates = templatesFor(model, modelLanguageOf(input.locale));
      return {
        templates: templates.map((one) => ({ ...one, filters: [], channels: [] })),
      };
    },
    'alerts.remove': async ({ tenant, input, note }) => {
      await alerts.remove(tenant, input.id);
      note({ target: input.id });
      return undefined;
    },
  };
}

/** What figures are judged by: with another they are not comparable, and the alert begins anew. */
const measureOf = ({ metric, filters, group_by, window, rule, for: count, hours }: Definition) =>
  JSON.stringify([metric, filters, group_by, window, rule, count, hours]);

const nameless = () =>
  new Problem({
    code: 'invalid_alert',
    kind: 'invalid',
    message: 'An alert needs a name',
    at: '/name',
    remedy: 'Say in a few words what it is about.',
  });
