import { nullable, oneOf, optional, record } from '@olympus/contract';
import { unitMetricKinds } from '@olympus/semantic';
import { type Static, Type } from 'typebox';

/** What an experiment may hold at most. */
export const experimentLimits = {
  experiments: 500,
  versions: 100,
  metrics: 12,
  rules: 10,
  values: 50,
} as const;

/** Names that addresses of operations use. */
export const reservedKeys: ReadonlySet<string> = new Set([
  'assign',
  'design',
  'holdout',
  'metrics',
  'running',
]);

export const keyField = Type.String({
  pattern: '^[a-z0-9][a-z0-9_-]{0,62}$',
  description: 'Key of the experiment, as exposures name it in `experiment_id`',
});

const armKey = Type.String({
  pattern: '^[a-z0-9][a-z0-9_-]{0,62}$',
  description: 'As exposures name it in `variant`',
});

export const armsField = Type.Array(
  record(
    {
      key: armKey,
      name: optional(Type.String({ maxLength: 80 })),
      weight: Type.Number({
        exclusiveMinimum: 0,
        maximum: 1,
        description: 'Share of the experiment’s units; all together 1',
      }),
    },
    { title: 'ExperimentArm' },
  ),
  { minItems: 2, maxItems: 10, description: 'The first is the control' },
);

export const ruleOperators = ['equals', 'not_equals', 'gt', 'gte', 'lt', 'lte'] as const;

const rule = record(
  {
    attribute: Type.String({
      minLength: 1,
      maxLength: 80,
      description:
        'A member of the attributes that the application gives, such as country; `cohorts` holds the cohorts of the unit',
    }),
    operator: oneOf(ruleOperators, {
      description:
        'equals: any of the values; not_equals: none of them; the others take one number',
    }),
    values: Type.Array(Type.Union([Type.String({ maxLength: 200 }), Type.Number()]), {
      minItems: 1,
      maxItems: experimentLimits.values,
    }),
  },
  { title: 'ExperimentRule' },
);

export const unitMetricSchema = {
  metric: Type.String({ minLength: 1, maxLength: 200, description: 'A metric of the model' }),
  kind: oneOf(unitMetricKinds, {
    description:
      'mean: its sum a unit; share: whether the unit has any of it, as a conversion; ratio: one sum divided by another',
  }),
};

export const windowField = Type.Integer({
  minimum: 1,
  maximum: 90,
  description: 'Days after the first exposure within which deeds count',
});

export const minimumEffectField = Type.Number({
  exclusiveMinimum: 0,
  maximum: 10,
  description: 'Relative change that would matter: 0.05 is five per cent',
});

export const trafficField = Type.Number({
  exclusiveMinimum: 0,
  maximum: 1,
  description: 'Share of those it is meant for who take part',
});

/** Everything that somebody decides about an experiment before it starts. */
export const definitionSchema = record(
  {
    name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
    hypothesis: Type.String({ maxLength: 2000 }),
    unit: oneOf(['customer', 'visitor'], {
      description: 'Whom the application assigns: a customer’s id, or a browser’s anonymous id',
    }),
    arms: armsField,
    rules: Type.Array(rule, {
      maxItems: experimentLimits.rules,
      description: 'Whom it is meant for: all have to be met',
    }),
    traffic: trafficField,
    layer: nullable(
      Type.String({
        pattern: '^[a-z0-9][a-z0-9_-]{0,62}$',
        description: 'Experiments of one layer share no unit',
      }),
    ),
    holdout: Type.Boolean({
      description: 'Whether units that are held out of everything stay out',
    }),
    primary: record(unitMetricSchema, { title: 'ExperimentMetric' }),
    secondary: Type.Array(record(unitMetricSchema), { maxItems: experimentLimits.metrics }),
    guardrails: Type.Array(
      record({
        ...unitMetricSchema,
        margin: Type.Number({
          exclusiveMinimum: 0,
          maximum: 1,
          description: 'Relative loss that is still bearable: 0.02 is two per cent',
        }),
      }),
      { maxItems: experimentLimits.metrics },
    ),
    window_days: windowField,
    minimum_effect: minimumEffectField,
    planned_units: nullable(Type.Integer({ minimum: 2, maximum: 1_000_000_000 })),
    planned_days: nullable(Type.Integer({ minimum: 1, maximum: 365 })),
  },
  { title: 'ExperimentDefinition' },
);
export type ExperimentDefinition = Static<typeof definitionSchema>;
export type ExperimentArm = ExperimentDefinition['arms'][number];
export type ExperimentRule = ExperimentDefinition['rules'][number];
export type UnitMetricChoice = ExperimentDefinition['primary'];

/** What a caller says of it; what is left out gets a plain default. */
export const definitionFields = {
  name: definitionSchema.properties.name,
  hypothesis: optional(definitionSchema.properties.hypothesis),
  unit: optional(definitionSchema.properties.unit),
  arms: optional(armsField),
  rules: optional(definitionSchema.properties.rules),
  traffic: optional(trafficField),
  layer: optional(definitionSchema.properties.layer),
  holdout: optional(definitionSchema.properties.holdout),
  primary: definitionSchema.properties.primary,
  secondary: optional(definitionSchema.properties.secondary),
  guardrails: optional(definitionSchema.properties.guardrails),
  window_days: optional(windowField),
  minimum_effect: optional(minimumEffectField),
  planned_units: optional(definitionSchema.properties.planned_units),
  planned_days: optional(definitionSchema.properties.planned_days),
};

/** All metrics of an experiment, the primary first, with the part that each has. */
export function metricsOf(definition: ExperimentDefinition): readonly {
  readonly metric: string;
  readonly kind: UnitMetricChoice['kind'];
  readonly role: 'primary' | 'secondary' | 'guardrail';
  readonly margin: number | null;
}[] {
  return [
    { ...definition.primary, role: 'primary', margin: null },
    ...definition.secondary.map((one) => ({ ...one, role: 'secondary' as const, margin: null })),
    ...definition.guardrails.map((one) => ({ ...one, role: 'guardrail' as const })),
  ];
}
