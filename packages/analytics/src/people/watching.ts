import {
  type RetentionAnswer,
  type RetentionRequest,
  runRetention,
} from '../retention/retention.js';
import type { PeopleDependencies } from './people-run.js';

/** Questions about what people do over time. Rights are the caller's to check. */
export interface Watching {
  retention(request: RetentionRequest): Promise<RetentionAnswer>;
}

export function createWatching(deps: PeopleDependencies): Watching {
  return {
    retention: (request) => runRetention(deps, request),
  };
}
