import Type from 'typebox';
import type { Dimension } from '../../model/declarations.js';
import { filterSchema, type QueryFilters } from '../../query/metric-query.js';
import { type Act, actSchema } from '../act.js';
import type { PlannedAct } from '../plan-act.js';

/** How much one funnel may ask for. */
export const funnelLimits = {
  leastSteps: 2,
  steps: 10,
  exclusions: 5,
  groups: 25,
  labelLength: 80,
  filters: 10,
  windowDays: 366,
} as const;

export const windowUnits = ['minute', 'hour', 'day', 'week', 'month'] as const;
export type WindowUnit = (typeof windowUnits)[number];
export const funnelOrders = ['ordered', 'strict', 'any'] as const;
export type FunnelOrder = (typeof funnelOrders)[number];

const closed = { additionalProperties: false } as const;
const literals = <const T extends readonly string[]>(values: T, options = {}) =>
  Type.Enum([...values] as unknown as T[number][], options);

const stepNumber = (description: string) =>
  Type.Optional(Type.Integer({ minimum: 1, maximum: funnelLimits.steps, description }));

export const funnelStepSchema = Type.Object(
  {
    ...actSchema.properties,
    label: Type.Optional(Type.String({ minLength: 1, maxLength: funnelLimits.labelLength })),
    optional: Type.Optional(
      Type.Boolean({ description: 'The step may be left out; never the first or the last' }),
    ),
  },
  { ...closed, title: 'FunnelStep' },
);

export const exclusionSchema = Type.Object(
  {
    ...actSchema.properties,
    after: stepNumber('Step after which it ends the chain; the first by default'),
    before: stepNumber('Step before which it ends the chain; the last by default'),
  },
  { ...closed, title: 'FunnelExclusion' },
);

export const breakdownSchema = Type.Object(
  {
    dimension: Type.String({ minLength: 1, maxLength: 100 }),
    step: stepNumber(
      'Take the value from this step’s acts; by default from the customer where the dimension is one of customers, else from the first step',
    ),
    touch: Type.Optional(
      literals(['first', 'last'], {
        description: 'Which known value counts; the first by default',
      }),
    ),
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: funnelLimits.groups,
        description: 'How many values to tell apart, those with most people first; 5 by default',
      }),
    ),
  },
  { ...closed, title: 'FunnelBreakdown' },
);

/** What a funnel asks, without tenant and time. */
export const funnelProperties = {
  steps: Type.Array(funnelStepSchema, {
    minItems: funnelLimits.leastSteps,
    maxItems: funnelLimits.steps,
  }),
  order: Type.Optional(
    literals(funnelOrders, {
      description:
        'ordered (default): one step after another, whatever lies between. strict: nothing else that the person did lies between two steps: no page.viewed, product.viewed, product.added, cart.updated, checkout.started, user.logged_in, order.placed, feedback.submitted or conversation.started, and no act of the funnel whatever its filters. any: all steps within the window, in whatever order; the first step lies in the range',
    }),
  ),
  window: Type.Optional(
    Type.Object(
      { count: Type.Integer({ minimum: 1, maximum: 100_000 }), unit: literals(windowUnits) },
      {
        ...closed,
        description:
          'How long the whole funnel may take, up to 366 days; a month is 30 days. 7 days by default',
      },
    ),
  ),
  per: Type.Optional(
    literals(['person', 'session'], {
      description:
        'person (default): steps may lie in different visits. session: within one visit, which is what a person did without a pause of 30 minutes, orders included',
    }),
  ),
  filters: Type.Optional(
    Type.Array(filterSchema, {
      maxItems: funnelLimits.filters,
      description:
        'Conditions on the acts of every step whose acts carry the dimension, which the first step’s have to; exclusions are not looked at',
    }),
  ),
  exclusions: Type.Optional(
    Type.Array(exclusionSchema, {
      maxItems: funnelLimits.exclusions,
      description: 'Acts that end a chain when they lie between two of its steps',
    }),
  ),
  breakdown: Type.Optional(breakdownSchema),
} as const;

export interface FunnelStep extends Act {
  readonly label?: string | undefined;
  readonly optional?: boolean | undefined;
}

export interface FunnelExclusion extends Act {
  readonly after?: number | undefined;
  readonly before?: number | undefined;
}

/** What a funnel asks, without tenant and time; numbers of steps count from 1. */
export interface Funnel {
  readonly steps: readonly FunnelStep[];
  readonly order?: FunnelOrder | undefined;
  readonly window?: { readonly count: number; readonly unit: WindowUnit } | undefined;
  readonly per?: 'person' | 'session' | undefined;
  /** Conditions on the acts of every step that carries the dimension. */
  readonly filters?: QueryFilters | undefined;
  readonly exclusions?: readonly FunnelExclusion[] | undefined;
  readonly breakdown?:
    | {
        readonly dimension: string;
        readonly step?: number | undefined;
        readonly touch?: 'first' | 'last' | undefined;
        readonly limit?: number | undefined;
      }
    | undefined;
}

/** Where the value that tells groups apart comes from. */
export type PlannedBreakdown =
  | { readonly kind: 'customer'; readonly dimension: Dimension; readonly limit: number }
  | {
      readonly kind: 'step';
      readonly dimension: Dimension;
      /** Position of the step, from 0. */
      readonly step: number;
      readonly touch: 'first' | 'last';
      readonly limit: number;
    };

export interface PlannedStep {
  readonly act: PlannedAct;
  readonly label: string | undefined;
  readonly optional: boolean;
}

export interface PlannedExclusion {
  readonly act: PlannedAct;
  /** Positions of the steps that it lies between, from 0; both are required steps. */
  readonly after: number;
  readonly before: number;
}

/** A checked funnel, ready to be compiled for any span. */
export interface FunnelPlan {
  readonly steps: readonly PlannedStep[];
  readonly order: FunnelOrder;
  readonly windowMs: number;
  readonly per: 'person' | 'session';
  readonly exclusions: readonly PlannedExclusion[];
  readonly breakdown: PlannedBreakdown | undefined;
  /** Filters of the whole funnel that a step’s acts say nothing about, by their dimensions. */
  readonly unfiltered: readonly { readonly step: number; readonly dimension: string }[];
}
