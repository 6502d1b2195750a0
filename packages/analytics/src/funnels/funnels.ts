import type { PeopleDependencies } from '../people/people-run.js';
import type { FunnelAnswer } from './funnels.contract.js';
import { type FunnelRunRequest, runFunnel } from './run-funnel.js';

/** Questions about the way from one act to another. Rights are the caller's to check beforehand. */
export interface Funnels {
  run(request: FunnelRunRequest): Promise<FunnelAnswer>;
}

export const createFunnels = (deps: PeopleDependencies): Funnels => ({
  run: (request) => runFunnel(deps, request),
});
