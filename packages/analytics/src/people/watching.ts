import { type BasketsAnswer, type BasketsRequest, runBaskets } from '../baskets/baskets.js';
import {
  type LifecycleAnswer,
  type LifecycleRequest,
  runLifecycle,
} from '../lifecycle/lifecycle.js';
import { type RepeatsAnswer, type RepeatsRequest, runRepeats } from '../repeats/repeats.js';
import {
  type RetentionAnswer,
  type RetentionDependencies,
  type RetentionRequest,
  runRetention,
} from '../retention/retention.js';
import {
  runStickiness,
  type StickinessAnswer,
  type StickinessRequest,
} from '../stickiness/stickiness.js';
import type { PeopleDependencies } from './people-run.js';

/** Questions about what people do over time. Rights are the caller's to check. */
export interface Watching {
  retention(request: RetentionRequest): Promise<RetentionAnswer>;
  lifecycle(request: LifecycleRequest): Promise<LifecycleAnswer>;
  stickiness(request: StickinessRequest): Promise<StickinessAnswer>;
  repeats(request: RepeatsRequest): Promise<RepeatsAnswer>;
  baskets(request: BasketsRequest): Promise<BasketsAnswer>;
}

export function createWatching(deps: PeopleDependencies & RetentionDependencies): Watching {
  return {
    retention: (request) => runRetention(deps, request),
    lifecycle: (request) => runLifecycle(deps, request),
    stickiness: (request) => runStickiness(deps, request),
    repeats: (request) => runRepeats(deps, request),
    baskets: (request) => runBaskets(deps, request),
  };
}
