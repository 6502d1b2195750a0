import type { TenantId } from '@olympus/core';
import type { ModelLanguage } from '@olympus/semantic';
import type { PathAnswer } from '../paths/paths.contract.js';
import { type PathRequest, runPaths } from '../paths/run-paths.js';
import type { PeopleDependencies } from '../people/people-run.js';
import { correlateFunnel } from './correlate.js';
import type { FunnelCorrelations } from './correlations.contract.js';
import type { FunnelRequest } from './funnel-request.js';
import type { FunnelAnswer } from './funnels.contract.js';
import { listActs } from './list-acts.js';
import { type FunnelPeopleRequest, listFunnelPeople } from './list-people.js';
import type { ActList, FunnelPeople } from './people.contract.js';
import { type FunnelRunRequest, runFunnel } from './run-funnel.js';

/** Questions about the way from one act to another. Rights are the caller's to check beforehand. */
export interface Funnels {
  run(request: FunnelRunRequest): Promise<FunnelAnswer>;
  people(request: FunnelPeopleRequest): Promise<FunnelPeople>;
  /** What goes along with converting. */
  correlations(request: FunnelRequest): Promise<FunnelCorrelations>;
  /** Where visits go after an act, or come from before it. */
  paths(request: PathRequest): Promise<PathAnswer>;
  /** What people do, and how often lately. */
  acts(tenant: TenantId, language: ModelLanguage, signal?: AbortSignal): Promise<ActList>;
}

export const createFunnels = (deps: PeopleDependencies): Funnels => ({
  run: (request) => runFunnel(deps, request),
  people: (request) => listFunnelPeople(deps, request),
  correlations: (request) => correlateFunnel(deps, request),
  paths: (request) => runPaths(deps, request),
  acts: (tenant, language, signal) => listActs(deps, tenant, language, signal),
});
