import type { CustomerKey, TenantId } from '@olympus/core';
import {
  type CohortDefinition,
  cohortLimits,
  cohortReferences,
  findCohortCycle,
} from '@olympus/semantic';
import type { Dialect } from '@olympus/sql';
import type { QueryService } from '../query/query-service.js';
import type { StatementRunner } from '../query/runner.js';
import type { TenantModels } from '../tenant/models.js';
import {
  cohortCycle,
  cohortInUse,
  cohortNotFound,
  customersNeeded,
  customersNotApplicable,
  maxCohorts,
  tooManyCohorts,
} from './cohort-faults.js';
import { type CohortSize, createCohortReader } from './cohort-reader.js';
import type { CohortStore, StoredCohort } from './cohort-store.js';
import { planDefinition, type TenantCohorts } from './tenant-cohorts.js';

export interface CohortDependencies {
  readonly store: CohortStore;
  readonly cohorts: TenantCohorts;
  readonly queries: Pick<QueryService, 'moment'>;
  readonly models: Pick<TenantModels, 'get' | 'forget'>;
  readonly runner: StatementRunner;
  readonly dialect: Dialect;
  /** The pseudonym that ledgers carry for a customer's id. */
  readonly customerKey: (tenant: TenantId, customerId: string) => Promise<CustomerKey>;
}

/** A definition as it is given; a list with the business's own ids of customers. */
export interface GivenCohort {
  readonly definition: CohortDefinition;
  readonly customers?: readonly string[] | undefined;
}

/** A tenant's saved cohorts. Rights are the caller's to check. */
export interface Cohorts {
  list(tenant: TenantId): Promise<readonly StoredCohort[]>;
  /** @throws Problem `cohort_not_found` */
  get(tenant: TenantId, id: string): Promise<StoredCohort>;
  /** @throws Problem `cohort_cycle`, `too_many_cohorts`, those of a definition */
  save(
    tenant: TenantId,
    cohort: GivenCohort & Pick<StoredCohort, 'id' | 'name' | 'description'>,
  ): Promise<StoredCohort>;
  /** @throws Problem `cohort_not_found`, `cohort_in_use` */
  remove(tenant: TenantId, id: string): Promise<void>;
  /** How many a definition holds for, before it is saved. */
  preview(tenant: TenantId, given: GivenCohort, signal?: AbortSignal): Promise<CohortSize>;
  /** How many a cohort has, and their keys in order, from the one after `after` on. */
  members(
    tenant: TenantId,
    id: string,
    page: { readonly after?: string | undefined; readonly limit: number },
    signal?: AbortSignal,
  ): Promise<CohortSize & { readonly keys: readonly string[] }>;
}

export function createCohorts(deps: CohortDependencies): Cohorts {
  const { store, cohorts, models, customerKey } = deps;
  const reader = createCohortReader(deps);

  const find = async (tenant: TenantId, id: string) => {
    const found = (await cohorts.list(tenant)).find((cohort) => cohort.id === id);
    if (found === undefined) throw cohortNotFound(id);
    return found;
  };
  const keysOf = async (tenant: TenantId, { definition, customers }: GivenCohort) => {
    if (definition.kind === 'rules') {
      if (customers !== undefined) throw customersNotApplicable();
      return [];
    }
    const ids = new Set((customers ?? []).map((id) => id.trim()).filter((id) => id !== ''));
    if (ids.size === 0 || ids.size > cohortLimits.customers) throw customersNeeded();
    return Promise.all([...ids].map((id) => customerKey(tenant, id)));
  };
  const planned = async (
    tenant: TenantId,
    definition: CohortDefinition,
    keys: readonly string[],
  ) => {
    const [model, calendar] = await Promise.all([models.get(tenant), cohorts.calendarOf(tenant)]);
    return planDefinition(model, definition, keys, calendar, '/definition');
  };

  return {
    list: (tenant) => cohorts.list(tenant),
    get: find,
    save: async (tenant, given) => {
      const { id, name, description, definition } = given;
      const saved = await cohorts.list(tenant);
      if (saved.length >= maxCohorts && !saved.some((cohort) => cohort.id === id)) {
        throw tooManyCohorts();
      }
      const customers = await keysOf(tenant, given);
      const byId = new Map(saved.map((cohort) => [cohort.id, cohort.definition]));
      const cycle = findCohortCycle(id, definition, (other) => byId.get(other));
      if (cycle !== undefined) throw cohortCycle(id, cycle.at);
      await planned(tenant, definition, customers);
      await store.put(tenant, { id, name, description, definition, customers });
      models.forget(tenant);
      return find(tenant, id);
    },
    remove: async (tenant, id) => {
      await find(tenant, id);
      const user = (await cohorts.list(tenant)).find(({ definition }) =>
        cohortReferences(definition).some(({ cohort }) => cohort === id),
      );
      if (user !== undefined) throw cohortInUse(id, user.id);
      await store.remove(tenant, id);
      models.forget(tenant);
    },
    preview: async (tenant, given, signal) => {
      const plan = await planned(tenant, given.definition, await keysOf(tenant, given));
      return reader.size(tenant, plan, signal);
    },
    members: async (tenant, id, page, signal) => {
      await find(tenant, id);
      const plan = (await models.get(tenant)).cohorts.get(id)?.plan;
      if (plan === undefined) throw cohortNotFound(id);
      const [size, keys] = await Promise.all([
        reader.size(tenant, plan, signal),
        reader.keys(tenant, plan, page, signal),
      ]);
      return { ...size, keys };
    },
  };
}
