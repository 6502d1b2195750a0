import type { Clock, Logger, TenantId, WeekStart } from '@olympus/core';
import { toWall } from '@olympus/core';
import type { Delivery } from '@olympus/delivery';
import { modelLanguageOf } from '@olympus/semantic';
import type { Definition } from '../definition/definition.js';
import type { AlertAnalytics } from '../reading/ports.js';
import { isWithin } from '../rules/hours.js';
import type { StoredAlert } from '../store/alert-store.js';
import type { Firing, FiringStore } from '../store/firing-store.js';
import { noticeOf, type Occasion, type Wording } from './notice.js';
import { explainFiring } from './why.js';

export interface AlertTenant {
  readonly id: TenantId;
  readonly timeZone: string;
  readonly weekStart: WeekStart;
  readonly currency: string;
  readonly locale: string;
}

export interface TellingDeps {
  readonly analytics: AlertAnalytics;
  readonly firings: FiringStore;
  readonly delivery: Pick<Delivery, 'send'>;
  readonly clock: Clock;
  readonly log: Logger;
}

const day = 86_400_000;

/** Tells people of firings: that they began, that they ended, that nobody looks after them. */
export interface Telling {
  /**
   * Says what there is to say of a firing, unless the hour is quiet or the alert silenced. Every
   * message has a cause of its own, so that telling again after a fault says nothing twice.
   */
  tell(tenant: AlertTenant, alert: StoredAlert, firing: Firing): Promise<void>;
}

export function createTelling(deps: TellingDeps): Telling {
  const { analytics, firings, delivery, clock, log } = deps;

  const wordingOf = async (tenant: AlertTenant, definition: Definition): Promise<Wording> => {
    const { timeZone, weekStart, locale, currency } = tenant;
    const model = await analytics.model(tenant.id, modelLanguageOf(locale));
    const unit = model.metrics.find(({ name }) => name === definition.metric)?.unit ?? 'number';
    return { locale, currency, unit, zone: { timeZone, weekStart } };
  };

  const explained = async (tenant: AlertTenant, alert: StoredAlert, firing: Firing) => {
    if (firing.why !== null) return firing;
    const language = modelLanguageOf(tenant.locale);
    const since = firing.startedAtMs - 90 * day;
    const [model, count] = await Promise.all([
      analytics.model(tenant.id, language),
      firings.countSince(tenant.id, alert.id, since),
    ]);
    const zone = { timeZone: tenant.timeZone, weekStart: tenant.weekStart };
    const earlier = Math.max(0, count - 1);
    const why = await explainFiring(
      { analytics, model, language, zone, earlier },
      alert.definition,
      firing,
    );
    await firings.setWhy(firing, why);
    return { ...firing, why };
  };

  const send = async (
    tenant: AlertTenant,
    { definition }: StoredAlert,
    firing: Firing,
    occasion: Occasion,
  ) => {
    const wording = await wordingOf(tenant, definition);
    const notice = noticeOf(definition, firing, occasion, wording, clock.now());
    const { escalation } = definition;
    const channels =
      occasion === 'escalates' && escalation !== null ? escalation.channels : definition.channels;
    await delivery.send(tenant.id, notice, { channels });
  };

  return {
    async tell(tenant, alert, firing) {
      const { definition, silencedUntilMs } = alert;
      const nowMs = clock.now();
      const silenced = silencedUntilMs !== null && silencedUntilMs > nowMs;
      const quiet =
        definition.quiet !== null && isWithin(definition.quiet, toWall(tenant.timeZone, nowMs));
      try {
        const ended = firing.endedAtMs !== null;
        const told = firing.toldAtMs !== null;
        if (!told && ended) {
          // over before anybody could be told: it stays in the history
          const whole = await explained(tenant, alert, firing);
          await firings.mark(whole, 'told_at');
          await firings.mark(whole, 'end_told_at');
          return;
        }
        if (silenced || quiet) return;
        if (!told) {
          const whole = await explained(tenant, alert, firing);
          await send(tenant, alert, whole, 'begins');
          await firings.mark(whole, 'told_at');
          return;
        }
        if (ended && firing.endToldAtMs === null) {
          await send(tenant, alert, firing, 'ends');
          await firings.mark(firing, 'end_told_at');
          return;
        }
        const { escalation } = definition;
        const waits = ended || firing.acknowledgedAtMs !== null || firing.escalatedAtMs !== null;
        if (waits || escalation === null) return;
        if (nowMs - firing.startedAtMs < escalation.after_minutes * 60_000) return;
        await send(tenant, alert, firing, 'escalates');
        await firings.mark(firing, 'escalated_at');
      } catch (error) {
        log.error({ err: error, tenant: tenant.id, alert: alert.id }, 'an alert could not be told');
      }
    },
  };
}
