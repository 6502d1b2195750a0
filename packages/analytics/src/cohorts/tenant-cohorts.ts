import {
  type Calendar,
  type Clock,
  dayMs,
  type Logger,
  Problem,
  type TenantId,
  toWall,
} from '@olympus/core';
import {
  type Cohort,
  type CohortDefinition,
  cohortReferences,
  type Model,
  type PlannedCohort,
  planCohort,
} from '@olympus/semantic';
import type { AnalyticsPlatform } from '../ports.js';
import type { CohortStore, StoredCohort } from './cohort-store.js';

/** Puts tenants' cohorts into their models. */
export interface TenantCohorts {
  /** The model with the tenant's cohorts; the same object all day while nothing changes. */
  applied(tenant: TenantId, model: Model): Promise<Model>;
  list(tenant: TenantId): Promise<readonly StoredCohort[]>;
  calendarOf(tenant: TenantId): Promise<Calendar>;
  /** Of one tenant, or everybody's. */
  forget(tenant?: TenantId): void;
}

interface Applied {
  readonly base: Model;
  readonly stored: readonly StoredCohort[];
  readonly day: string;
  readonly model: Model;
}

export function createTenantCohorts(
  store: CohortStore,
  tenants: AnalyticsPlatform['tenants'],
  clock: Clock,
  log: Logger,
): TenantCohorts {
  const lists = new Map<TenantId, Promise<readonly StoredCohort[]>>();
  const applied = new Map<TenantId, Applied>();
  const list = (tenant: TenantId) => {
    const known = lists.get(tenant);
    if (known !== undefined) return known;
    const loading = store.list(tenant).catch((error: unknown) => {
      lists.delete(tenant);
      throw error;
    });
    lists.set(tenant, loading);
    return loading;
  };
  const calendarOf = async (tenant: TenantId): Promise<Calendar> => {
    const { timeZone = 'UTC', weekStart = 'monday' } = (await tenants.get(tenant)) ?? {};
    return { timeZone, weekStart, nowMs: clock.now() };
  };
  return {
    list,
    calendarOf,
    applied: async (tenant, base) => {
      const stored = await list(tenant);
      if (stored.length === 0) return base;
      const calendar = await calendarOf(tenant);
      const day = dayOf(calendar);
      const known = applied.get(tenant);
      if (known?.base === base && known.stored === stored && known.day === day) return known.model;
      const model = withCohorts(base, stored, calendar, (id, reason) =>
        log.warn({ tenant, cohort: id, reason }, 'a saved cohort does not fit the model'),
      );
      applied.set(tenant, { base, stored, day, model });
      return model;
    },
    forget: (tenant) => {
      if (tenant === undefined) {
        lists.clear();
        applied.clear();
      } else {
        lists.delete(tenant);
        applied.delete(tenant);
      }
    },
  };
}

/** The day on a calendar, and the calendar: spans of cohorts follow from both. */
const dayOf = ({ timeZone, nowMs }: Calendar): string =>
  `${Math.floor(toWall(timeZone, nowMs) / dayMs)} ${timeZone}`;

/**
 * The model with cohorts, each after those it is made of. One that fits no more (a metric of it is
 * gone) is left out, so that it cannot take the rest with it.
 */
function withCohorts(
  base: Model,
  stored: readonly StoredCohort[],
  calendar: Calendar,
  leftOut: (id: string, reason: string) => void,
): Model {
  const cohorts = new Map<string, Cohort>();
  const model: Model = { ...base, cohorts };
  for (const { id, name, definition, customers } of inOrder(stored)) {
    try {
      cohorts.set(id, { id, name, plan: planDefinition(model, definition, customers, calendar) });
    } catch (problem) {
      leftOut(id, problem instanceof Problem ? problem.code : 'unexpected');
    }
  }
  return model;
}

/** @param at  JSON pointer of the definition @throws Problem, as `planCohort` */
export function planDefinition(
  model: Model,
  definition: CohortDefinition,
  customers: readonly string[],
  calendar: Calendar,
  at = '',
): PlannedCohort {
  return definition.kind === 'list'
    ? { kind: 'list', customers }
    : planCohort(model, definition, calendar, at);
}

function inOrder(stored: readonly StoredCohort[]): readonly StoredCohort[] {
  const byId = new Map(stored.map((cohort) => [cohort.id, cohort]));
  const ordered = new Set<StoredCohort>();
  const visited = new Set<string>();
  const visit = (id: string): void => {
    const cohort = byId.get(id);
    if (cohort === undefined || visited.has(id)) return;
    visited.add(id);
    for (const reference of cohortReferences(cohort.definition)) visit(reference.cohort);
    ordered.add(cohort);
  };
  for (const { id } of stored) visit(id);
  return [...ordered];
}
