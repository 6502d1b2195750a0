import { instantField, nullable, oneOf, record } from '@olympus/contract';
import { unitMetricKinds, unitTraits } from '@olympus/semantic';
import { Type } from 'typebox';
import { definitionSchema, keyField } from '../definition/definition.js';
import { experimentStates } from '../definition/states.js';
import { healthChecks } from '../results/health.js';
import { verdictKinds } from '../results/verdict.js';

const number = Type.Number();
const maybe = nullable(number);
const units = Type.Integer({ description: 'Units' });

const interval = record(
  { estimate: number, lower: number, upper: number },
  { title: 'EffectInterval' },
);

export const verdictSchema = record(
  {
    kind: oneOf(verdictKinds),
    arm: nullable(Type.String({ description: 'The treatment that it is about' })),
    change: nullable(interval),
    gain: nullable(interval),
    chance_to_win: maybe,
    because: Type.Array(Type.String(), {
      description: 'Guardrails that are hurt, or checks that failed',
    }),
  },
  {
    title: 'ExperimentVerdict',
    description: 'Holds however often one looks; change is a share of the control’s, gain a unit',
  },
);

const bucketRanges = Type.Array(Type.Array(Type.Integer(), { minItems: 2, maxItems: 2 }), {
  description: 'Half-open spans of the 10,000 buckets',
});

export const decisionSchema = record(
  {
    arm: Type.String({ description: 'What everybody gets from now on' }),
    reason: Type.String(),
    decided_by: Type.String(),
    decided_at: instantField('When it was decided'),
    verdict: nullable(verdictSchema),
  },
  { title: 'ExperimentDecision' },
);

export const experimentFields = {
  key: keyField,
  state: oneOf(experimentStates),
  version: Type.Integer({ minimum: 1 }),
  ...definitionSchema.properties,
  changed_by: Type.String(),
  created_at: instantField('When it was made'),
  changed_at: instantField('When it was last changed'),
  started_at: nullable(instantField('When it began')),
  measured_from: nullable(
    instantField('From when exposures count: the start, or the last change of weights'),
  ),
  stopped_at: nullable(instantField('When it was stopped')),
  decision: nullable(decisionSchema),
};

export const experimentSchema = record(experimentFields, {
  title: 'Experiment',
  description: 'A controlled experiment, as it stands',
});

export const listedSchema = record(
  {
    ...experimentFields,
    days: nullable(Type.Number({ description: 'Since exposures count, until now or the stop' })),
    units: nullable(units),
    verdict: nullable(verdictSchema),
  },
  {
    title: 'ListedExperiment',
    description:
      'units and verdict are null where they were not told in time, or a metric is gone: experiments.results says which',
  },
);

const comparison = record(
  {
    change: nullable(interval),
    gain: nullable(interval),
    once: nullable(interval),
    p_value: maybe,
    once_p_value: maybe,
    corrected_p_value: maybe,
    significant: Type.Boolean({ description: 'Told from nothing, however often one looked' }),
    chance_to_win: maybe,
    expected_loss: maybe,
    variance_reduction: maybe,
    guardrail: nullable(oneOf(['safe', 'hurt', 'open'])),
    reason: nullable(Type.String({ description: 'Why nothing can be said' })),
  },
  {
    title: 'ArmComparison',
    description:
      'Against the control. change and once are shares of the control’s; gain is in the metric’s own unit. change and gain hold at every look, once at one look',
  },
);

const armResult = record({
  arm: Type.String(),
  units,
  mean: maybe,
  deviation: nullable(Type.Number({ description: 'Standard deviation of one unit' })),
  chance_best: maybe,
  comparison: nullable(comparison),
});

export const metricResultSchema = record(
  {
    metric: Type.String(),
    label: Type.String(),
    unit: oneOf(['currency', 'count', 'ratio', 'number']),
    kind: oneOf(unitMetricKinds),
    role: oneOf(['primary', 'secondary', 'guardrail']),
    margin: maybe,
    lower_is_better: Type.Boolean(),
    adjusted: Type.Boolean({ description: 'Whether deeds before the exposure took out noise' }),
    arms: Type.Array(armResult, { description: 'The control first' }),
  },
  { title: 'MetricResult' },
);

const finding = record(
  {
    check: oneOf(healthChecks),
    status: oneOf(['ok', 'warn', 'bad', 'unknown']),
    value: maybe,
    names: Type.Array(Type.String()),
  },
  { title: 'HealthFinding' },
);

const day = record(
  {
    day: Type.String({ description: 'Local date' }),
    units: Type.Array(Type.Integer(), { description: 'By arm, so far' }),
    means: Type.Array(maybe),
    changes: Type.Array(nullable(interval), { description: 'By treatment' }),
  },
  { title: 'ExperimentDay', description: 'What was known of the primary metric at its end' },
);

export const resultsSchema = record(
  {
    key: keyField,
    state: oneOf(experimentStates),
    currency: Type.String(),
    known_to: nullable(instantField('How far the data reaches')),
    verdict: verdictSchema,
    health: Type.Array(finding),
    units: Type.Array(Type.Integer(), { description: 'By arm' }),
    mixed_units: Type.Integer({ description: 'Shown several arms, and left out' }),
    progress: nullable(Type.Number({ description: 'Of the planned units, 0–1 and beyond' })),
    metrics: Type.Array(metricResultSchema),
    days: Type.Array(day),
  },
  { title: 'ExperimentResults' },
);

export const traitSchema = oneOf(unitTraits, {
  description: 'What units were before they were exposed',
});

export const segmentsSchema = record(
  {
    key: keyField,
    by: traitSchema,
    metric: Type.String(),
    exploratory: Type.Literal(true, {
      description: 'Nobody planned for segments: a difference here is a question, no answer',
    }),
    segments: Type.Array(
      record({
        value: nullable(Type.String()),
        arms: Type.Array(armResult),
      }),
      { description: 'Most units first; p-values corrected over all segments' },
    ),
  },
  { title: 'ExperimentSegments' },
);

const size = record(
  {
    units,
    days: nullable(Type.Integer({ description: 'Null: not within a year' })),
  },
  { title: 'DesignSize' },
);

export const designSchema = record(
  {
    basis: nullable(
      record(
        {
          from: instantField('Visitors from here'),
          to: instantField('Visitors to here'),
          units,
          units_per_day: Type.Number({ description: 'New ones, in the last week of those' }),
          mean: number,
          deviation: number,
          explained: Type.Number({
            description: 'Share of the spread that deeds before explain',
          }),
        },
        { title: 'DesignBasis' },
      ),
    ),
    too_few: nullable(oneOf(['no_visits', 'few_units', 'few_acting', 'no_spread'])),
    anytime: nullable(size),
    once: nullable(size),
    curve: Type.Array(record({ days: Type.Integer(), effect: maybe }), {
      description: 'The relative change that can be found after so many days, looking any time',
    }),
  },
  { title: 'ExperimentDesign' },
);

export const runningSchema = record(
  {
    holdout: record({ seed: Type.String(), buckets: Type.Integer() }),
    experiments: Type.Array(
      record(
        {
          key: keyField,
          unit: definitionSchema.properties.unit,
          seed: Type.String(),
          layer_seed: Type.String(),
          traffic: bucketRanges,
          arms: Type.Array(record({ key: Type.String(), buckets: bucketRanges })),
          rules: definitionSchema.properties.rules,
          holdout: Type.Boolean(),
        },
        { title: 'AssignableExperiment' },
      ),
    ),
  },
  {
    title: 'RunningExperiments',
    description: 'What the SDK assigns by; nothing of it is secret or personal',
  },
);
