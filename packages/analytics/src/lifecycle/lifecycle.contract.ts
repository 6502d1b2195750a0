import { json, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import {
  actOf,
  filtersSchema,
  personGrainSchema,
  watched,
  watchFaults,
  watchSourceSchema,
} from '../people/watch.contract.js';

const period = record(
  {
    period: Type.String({ description: 'Its first day' }),
    complete: Type.Boolean({ description: 'False while the period is not over' }),
    active: Type.Integer({ description: 'new + returning + resurrecting' }),
    new: Type.Integer({ description: 'Never before' }),
    returning: Type.Integer({ description: 'Also in the period before' }),
    resurrecting: Type.Integer({ description: 'Before, but not in the period before' }),
    dormant: Type.Integer({
      description: 'In the period before, but not in this one: active before − returning',
    }),
  },
  { title: 'LifecyclePeriod' },
);

export const lifecycleOperations = [
  operation({
    id: 'lifecycle.run',
    method: 'POST',
    path: '/api/analytics/lifecycle',
    summary: 'Tell new, returning, resurrecting and dormant people apart',
    description:
      'By whole periods of the tenant’s calendar. Dormant people of a period that is not over may still come.',
    permission: 'analytics:read',
    input: record(
      {
        ...watched,
        act: optional(actOf('What counts as being active; order.placed by default')),
        grain: optional(personGrainSchema),
        filters: filtersSchema,
      },
      { title: 'LifecycleQuestion' },
    ),
    answer: json(
      record(
        {
          meta: watchSourceSchema,
          act: Type.String(),
          grain: personGrainSchema,
          periods: Type.Array(period),
        },
        { title: 'LifecycleAnswer' },
      ),
    ),
    problems: watchFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'Customers by week',
        input: {
          tenant_id: 'shop',
          time: { from: '2026-05-01', to: '2026-06-01' },
          grain: 'week',
        },
        answer: { act: 'order.placed', grain: 'week' },
      },
    ],
  }),
] as const;
