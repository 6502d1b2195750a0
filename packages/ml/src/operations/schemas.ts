import { nullable, oneOf, record } from '@olympus/contract';
import { Type } from 'typebox';
import { riskBands } from '../models/churn-model.js';
import { decisionReasons } from '../registry/decide.js';
import { modelKinds, modelStates } from '../registry/model-store.js';

export const kindSchema = oneOf(modelKinds);
export const bandSchema = oneOf(riskBands);

const figure = record(
  { value: Type.Number(), lower: Type.Number(), upper: Type.Number() },
  {
    title: 'MlFigure',
    description: 'A measured figure with its 95 % interval, by the bootstrap over customers',
  },
);

/** Figures of a judgement by name; which there are depends on the kind of model. */
const figures = Type.Record(Type.String(), figure);

const judgement = record(
  {
    rows: Type.Integer({ description: 'Customers at cut-offs that it was judged on' }),
    cut_offs: Type.Array(
      Type.String({ description: 'Local date; only what was known on it was used' }),
    ),
    base_rate: nullable(Type.Number({ description: 'Share that left, of those judged' })),
    model: figures,
    baseline: figures,
    against_baseline: figure,
    against_running: nullable(figure),
    reliability: Type.Array(
      record({ foretold: Type.Number(), observed: Type.Number(), count: Type.Integer() }),
    ),
    importance: Type.Array(record({ feature: Type.String(), share: Type.Number() })),
    expected_total: nullable(Type.Number()),
    real_total: nullable(Type.Number()),
  },
  { title: 'MlJudgement' },
);

export const modelSchema = record(
  {
    kind: kindSchema,
    version: Type.Integer(),
    state: oneOf(modelStates),
    trained_at: Type.String(),
    data: record({
      from: Type.String(),
      to: Type.String(),
      customers: Type.Integer(),
      fingerprint: Type.String(),
      seed: Type.Integer(),
    }),
    parameters: Type.Record(Type.String(), Type.Unknown()),
    features: Type.Array(Type.String()),
    judgement,
    duration_ms: Type.Integer(),
    decided_at: nullable(Type.String()),
    decided_by: nullable(Type.String()),
    reason: Type.String({
      description: `Why it runs or does not: ${decisionReasons.join(', ')}; or the words of who decided`,
    }),
  },
  { title: 'MlModel' },
);

export const readinessSchema = record(
  {
    ready: Type.Boolean(),
    buyers: Type.Integer(),
    buyers_needed: Type.Integer(),
    days: Type.Integer({ description: 'From the first order to the last whole day' }),
    days_needed: Type.Integer(),
    missing: nullable(Type.String({ description: 'Such as “412 buyers, 500 needed”' })),
  },
  { title: 'MlReadiness' },
);

export const featureSchema = record(
  {
    name: Type.String(),
    label: Type.String(),
    meaning: Type.String(),
    unit: oneOf(['days', 'count', 'currency', 'ratio']),
    group: Type.String(),
  },
  { title: 'MlFeature' },
);

const amount = record(
  {
    orders: Type.Number({ description: 'Expected, on average' }),
    value: Type.Number({ description: 'Expected, in the tenant’s currency' }),
    lower: Type.Number({ description: 'Four of five outcomes lie between lower and upper' }),
    upper: Type.Number(),
  },
  { title: 'MlForetold' },
);

export const factorSchema = record(
  {
    group: Type.String(),
    contribution: Type.Number({
      description:
        'Added to the log odds of leaving: base + all contributions is the score, exactly',
    }),
    words: Type.String(),
  },
  { title: 'MlFactor' },
);

export const predictionSchema = record(
  {
    customer_key: Type.String(),
    customer_id: nullable(Type.String({ description: 'As it was asked for' })),
    known: Type.Boolean({ description: 'False where nobody of that id or key ordered' }),
    churn_risk: nullable(
      Type.Number({ description: 'Probability of no order within horizon_days' }),
    ),
    risk_band: nullable(bandSchema),
    risk_before: nullable(Type.Number({ description: 'The same 28 days before' })),
    next_90_days: nullable(amount),
    next_365_days: nullable(amount),
    value_at_risk: nullable(Type.Number()),
    days_since_last_order: nullable(Type.Integer()),
    usual_gap_days: nullable(Type.Number()),
    factors: Type.Array(factorSchema),
    base: nullable(Type.Number()),
    score: nullable(Type.Number()),
  },
  { title: 'MlPrediction' },
);

export const riskRowSchema = record(
  {
    customer_key: Type.String(),
    churn_risk: Type.Number(),
    risk_band: bandSchema,
    risk_before: nullable(Type.Number()),
    usual_value: Type.Number({ description: 'Spent in 90 days at the pace of the last year' }),
    value_at_risk: Type.Number({ description: 'churn_risk × usual_value' }),
    next_90_days: nullable(amount),
    words: Type.Array(Type.String(), {
      description: 'The customer’s rhythm, then what raises the risk most',
    }),
  },
  { title: 'MlRiskRow' },
);
