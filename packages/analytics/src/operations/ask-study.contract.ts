import { nullable, oneOf, record } from '@olympus/contract';
import { Type } from 'typebox';

const name = Type.String({ minLength: 1, maxLength: 200 });
const days = nullable(Type.Integer({ minimum: 1, maximum: 1_000 }));
const shownList = oneOf(['count', 'list']);
const compared = oneOf(['equals', 'gt', 'gte', 'lt', 'lte']);
const direction = oneOf(['asc', 'desc']);

/** What an engine of its own answers; each kind is asked of one operation. */
export const studySchema = Type.Union([
  record(
    {
      kind: Type.Literal('retention'),
      shown: oneOf(['back', 'lost']),
      measure: oneOf(['customers', 'revenue']),
    },
    { title: 'RetentionStudy', description: 'Who came back: retention.run' },
  ),
  record(
    {
      kind: Type.Literal('repeats'),
      shown: oneOf(['rate', 'once', 'interval']),
      within: days,
    },
    {
      title: 'RepeatsStudy',
      description:
        'Second orders of customers whose first order lies in the time: repeat_purchases.run',
    },
  ),
  record(
    {
      kind: Type.Literal('funnel'),
      steps: Type.Array(name, { minItems: 2, maxItems: 10 }),
      shown: oneOf(['steps', 'dropped']),
      within: days,
    },
    { title: 'FunnelStudy', description: 'How many go on from act to act: funnels.run' },
  ),
  record(
    {
      kind: Type.Literal('people'),
      shown: shownList,
      conditions: Type.Array(
        record({
          column: name,
          operator: compared,
          values: Type.Array(Type.Union([Type.String({ maxLength: 200 }), Type.Number()]), {
            minItems: 1,
            maxItems: 200,
          }),
        }),
        { maxItems: 20 },
      ),
      order: record({ by: name, direction }),
      limit: nullable(Type.Integer({ minimum: 1, maximum: 200 })),
    },
    { title: 'PeopleStudy', description: 'Customers of whom conditions hold: customers.list' },
  ),
  record(
    { kind: Type.Literal('segments'), by: oneOf(['rfm', 'spend']) },
    { title: 'SegmentsStudy', description: 'How many customers each segment holds: customers.rfm' },
  ),
  record(
    {
      kind: Type.Literal('baskets'),
      item: oneOf(['product', 'category', 'brand']),
      focus: nullable(name),
    },
    { title: 'BasketsStudy', description: 'What is bought together: baskets.run' },
  ),
  record(
    {
      kind: Type.Literal('orders'),
      shown: shownList,
      metric: name,
      conditions: Type.Array(record({ operator: compared, value: Type.Number() }), {
        maxItems: 20,
      }),
      order: oneOf(['value', 'time']),
      limit: nullable(Type.Integer({ minimum: 1, maximum: 500 })),
    },
    { title: 'OrdersStudy', description: 'Single orders behind a metric: analytics.drill' },
  ),
  record(
    { kind: Type.Literal('goals'), goals: Type.Array(name, { maxItems: 100 }) },
    { title: 'GoalsStudy', description: 'How targets stand: kpis.list' },
  ),
]);

/** Which groups a table names. */
export const rankingSchema = record(
  { by: oneOf(['value', 'rise', 'fall']), per: nullable(name) },
  {
    title: 'FrameRanking',
    description: 'By value, or by how much they changed; `per`: the limit holds inside each value',
  },
);
