import { json, nullable, oneOf, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import {
  actOf,
  filtersSchema,
  watched,
  watchFaults,
  watchSourceSchema,
} from '../people/watch.contract.js';

const grain = oneOf(['week', 'month']);
const unit = oneOf(['day', 'week']);

const distribution = Type.Array(
  record(
    { units: Type.Integer({ description: 'In so many days or weeks' }), people: Type.Integer() },
    { title: 'StickinessPeople' },
  ),
);

const figures = {
  mean_units: nullable(Type.Number({ description: 'Days or weeks a person was there in' })),
  ratio: nullable(
    Type.Number({
      description: 'People of an average day ÷ people of the period, such as DAU ÷ MAU',
    }),
  ),
};

export const stickinessOperations = [
  operation({
    id: 'stickiness.run',
    method: 'POST',
    path: '/api/analytics/stickiness',
    summary: 'Tell in how many days of a period people were there',
    permission: 'analytics:read',
    input: record(
      {
        ...watched,
        act: optional(actOf('What counts as being there; order.placed by default')),
        grain: optional(grain),
        unit: optional(unit),
        filters: filtersSchema,
      },
      { title: 'StickinessQuestion' },
    ),
    answer: json(
      record(
        {
          meta: watchSourceSchema,
          act: Type.String(),
          grain,
          unit,
          periods: Type.Array(
            record(
              {
                period: Type.String({ description: 'Its first day' }),
                complete: Type.Boolean({ description: 'False while the period is not over' }),
                active: Type.Integer(),
                units: Type.Integer({ description: 'Days or weeks of it that have begun' }),
                ...figures,
                distribution,
              },
              { title: 'StickinessPeriod' },
            ),
          ),
          overall: record(
            { ...figures, distribution },
            { title: 'StickinessOverall', description: 'Of all periods that are over' },
          ),
        },
        { title: 'StickinessAnswer' },
      ),
    ),
    problems: watchFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'Days with an order in each week',
        input: {
          tenant_id: 'shop',
          time: { from: '2026-05-01', to: '2026-06-01' },
          grain: 'week',
        },
        answer: { unit: 'day', grain: 'week' },
      },
    ],
  }),
] as const;
