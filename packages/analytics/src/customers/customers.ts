import { exportCustomers } from './export.js';
import { describeHistory, describeMovement } from './history.js';
import { listCustomers } from './list.js';
import { describeCustomer } from './profile.js';
import type { CustomersDependencies } from './reckoning.js';
import { describeSegments } from './rfm.js';
import { describeTimeline } from './timeline.js';

type Bound<Ask> = Ask extends (deps: CustomersDependencies, ...rest: infer Rest) => infer Answer
  ? (...rest: Rest) => Answer
  : never;

/** Everything that is asked about customers. */
export interface Customers {
  /** A page of customers. @throws Problem for what does not fit the model, see `planCustomers` */
  readonly list: Bound<typeof listCustomers>;
  readonly segments: Bound<typeof describeSegments>;
  readonly history: Bound<typeof describeHistory>;
  readonly movement: Bound<typeof describeMovement>;
  /** @throws Problem `customer_not_found` */
  readonly profile: Bound<typeof describeCustomer>;
  /** @throws Problem `invalid_cursor` */
  readonly timeline: Bound<typeof describeTimeline>;
  readonly export: Bound<typeof exportCustomers>;
}

export function createCustomers(deps: CustomersDependencies): Customers {
  return {
    list: (request) => listCustomers(deps, request),
    segments: (request) => describeSegments(deps, request),
    history: (request) => describeHistory(deps, request),
    movement: (request) => describeMovement(deps, request),
    profile: (request) => describeCustomer(deps, request),
    timeline: (request) => describeTimeline(deps, request),
    export: (request, personal) => exportCustomers(deps, request, personal),
  };
}
