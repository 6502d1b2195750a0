import {
  created,
  json,
  nothing,
  ofTenant,
  oneOf,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { Type } from 'typebox';
import { armsField, definitionFields, keyField, trafficField } from '../definition/definition.js';
import { experimentStates } from '../definition/states.js';
import { experimentSchema, listedSchema } from './schemas.js';

const base = '/api/analytics/experiments';
const shop = { tenant_id: 'shop' } as const;
const checkout = { ...shop, key: 'checkout-button' } as const;
const ofExperiment = { ...ofTenant, key: keyField };
const missing = { experiment_not_found: 'not_found' } as const;
const changing = {
  ...missing,
  wrong_state: 'conflict',
  experiment_changed: 'conflict',
} as const;
const defining = {
  ...changing,
  invalid_experiment: 'invalid',
  unknown_metric: 'invalid',
  metric_not_per_unit: 'invalid',
  experiment_running: 'conflict',
  experiment_exists: 'conflict',
  too_many: 'conflict',
} as const;
const reading = {
  tenant_not_found: 'not_found',
  too_busy: 'unavailable',
  query_cancelled: 'unavailable',
  query_timeout: 'timeout',
} as const;

export const experimentOperations = [
  operation({
    id: 'experiments.create',
    method: 'POST',
    path: base,
    summary: 'Plan an experiment',
    description: 'It is a draft that nobody is assigned by, until it is started.',
    permission: 'experiments:write',
    input: record({ ...ofExperiment, ...definitionFields }),
    answer: created(experimentSchema),
    problems: defining,
    repeats: 'once',
    audit: 'experiment.created',
    since: '0.2.0',
    examples: [
      {
        name: 'A green button, by conversion',
        input: {
          ...checkout,
          name: 'Green checkout button',
          hypothesis: 'A green button is found more easily, so more visitors order.',
          primary: { metric: 'orders', kind: 'share' },
          guardrails: [{ metric: 'revenue', kind: 'mean', margin: 0.03 }],
        },
        answer: { key: 'checkout-button', state: 'draft', traffic: 1, window_days: 14 },
      },
      {
        name: 'Three arms for a tenth of the visitors of two countries',
        input: {
          ...shop,
          key: 'free-shipping',
          name: 'Free shipping from 40 €',
          arms: [
            { key: 'control', weight: 0.5 },
            { key: 'from-40', weight: 0.25 },
            { key: 'from-60', weight: 0.25 },
          ],
          rules: [{ attribute: 'country', operator: 'equals', values: ['DE', 'AT'] }],
          traffic: 0.1,
          layer: 'shipping',
          primary: { metric: 'gross_margin', kind: 'mean' },
          secondary: [{ metric: 'average_order_value', kind: 'ratio' }],
        },
        answer: { layer: 'shipping' },
      },
    ],
  }),
  operation({
    id: 'experiments.list',
    method: 'GET',
    path: base,
    summary: 'List experiments, newest change first, with what is known of each',
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      state: optional(oneOf(experimentStates)),
      search: optional(
        Type.String({ maxLength: 100, description: 'In names, keys, hypotheses and decisions' }),
      ),
    }),
    answer: json(record({ experiments: Type.Array(listedSchema) }, { title: 'ExperimentList' })),
    problems: reading,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      { name: 'All of a shop', input: shop },
      { name: 'What was learnt of buttons', input: { ...shop, search: 'button' } },
    ],
  }),
  operation({
    id: 'experiments.get',
    method: 'GET',
    path: `${base}/:key`,
    summary: 'Show an experiment with its versions',
    permission: 'analytics:read',
    input: record(ofExperiment),
    answer: json(
      record(
        {
          experiment: experimentSchema,
          versions: Type.Array(
            record({
              version: Type.Integer(),
              state: oneOf(experimentStates),
              name: Type.String(),
              changed_by: Type.String(),
              changed_at: Type.String(),
            }),
            { description: 'Newest first' },
          ),
        },
        { title: 'ExperimentDetail' },
      ),
    ),
    problems: missing,
    repeats: 'safe',
    since: '0.2.0',
    examples: [{ name: 'One', input: checkout, answer: { experiment: { state: 'draft' } } }],
  }),
  operation({
    id: 'experiments.save',
    method: 'PUT',
    path: `${base}/:key`,
    summary: 'Change a draft',
    description: 'What is left out gets its default. What runs or ran stays as it was planned.',
    permission: 'experiments:write',
    input: record({ ...ofExperiment, ...definitionFields }),
    answer: json(experimentSchema),
    problems: defining,
    repeats: 'idempotent',
    audit: 'experiment.saved',
    since: '0.2.0',
    examples: [
      {
        name: 'With a planned size',
        input: {
          ...checkout,
          name: 'Green checkout button',
          hypothesis: 'A green button is found more easily, so more visitors order.',
          primary: { metric: 'orders', kind: 'share' },
          guardrails: [{ metric: 'revenue', kind: 'mean', margin: 0.03 }],
          planned_units: 20_000,
        },
        answer: { version: 2, planned_units: 20_000 },
      },
    ],
  }),
  operation({
    id: 'experiments.start',
    method: 'POST',
    path: `${base}/:key/start`,
    summary: 'Start an experiment: from now on units are assigned',
    permission: 'experiments:write',
    input: record(ofExperiment),
    answer: json(experimentSchema),
    problems: { ...defining, layer_full: 'conflict' },
    repeats: 'once',
    audit: 'experiment.started',
    since: '0.2.0',
    examples: [{ name: 'Now', input: checkout, answer: { state: 'running' } }],
  }),
  operation({
    id: 'experiments.reallocate',
    method: 'POST',
    path: `${base}/:key/reallocate`,
    summary: 'Change how many units take part, or the arms’ weights, while it runs',
    description:
      'Units keep their arm as far as the new weights allow; `kept` says for how many that is. A change of weights begins the measurement anew, because earlier units were split otherwise; a change of traffic does not.',
    permission: 'experiments:write',
    input: record({
      ...ofExperiment,
      traffic: optional(trafficField),
      weights: optional(
        Type.Array(armsField.items.properties.weight, {
          minItems: 2,
          maxItems: 10,
          description: 'By arm, in their order',
        }),
      ),
    }),
    answer: json(
      record(
        {
          experiment: experimentSchema,
          kept: Type.Number({ description: 'Share of units whose arm stays, 0–1' }),
        },
        { title: 'Reallocation' },
      ),
    ),
    problems: { ...defining, layer_full: 'conflict' },
    repeats: 'idempotent',
    audit: 'experiment.reallocated',
    since: '0.2.0',
    examples: [
      {
        name: 'Half of the visitors',
        input: { ...checkout, traffic: 0.5 },
        answer: { kept: 1, experiment: { traffic: 0.5 } },
      },
    ],
  }),
  operation({
    id: 'experiments.stop',
    method: 'POST',
    path: `${base}/:key/stop`,
    summary: 'Stop an experiment: nobody is assigned any more',
    description: 'Deeds within the window after an exposure still count.',
    permission: 'experiments:write',
    input: record(ofExperiment),
    answer: json(experimentSchema),
    problems: changing,
    repeats: 'once',
    audit: 'experiment.stopped',
    since: '0.2.0',
    examples: [{ name: 'Now', input: checkout, answer: { state: 'stopped' } }],
  }),
  operation({
    id: 'experiments.decide',
    method: 'POST',
    path: `${base}/:key/decide`,
    summary: 'Write down what was decided, with what was known',
    permission: 'experiments:write',
    input: record({
      ...ofExperiment,
      arm: Type.String({ maxLength: 63, description: 'What everybody gets from now on' }),
      reason: Type.String({ minLength: 1, maxLength: 5000, pattern: '\\S' }),
    }),
    answer: json(experimentSchema),
    problems: { ...changing, ...reading, invalid_experiment: 'invalid' },
    repeats: 'once',
    cost: 'query',
    audit: 'experiment.decided',
    since: '0.2.0',
    examples: [
      {
        name: 'Keep what was there',
        input: { ...checkout, arm: 'control', reason: 'Nobody saw it: it was stopped at once.' },
        answer: { state: 'decided', decision: { arm: 'control' } },
      },
    ],
  }),
  operation({
    id: 'experiments.archive',
    method: 'POST',
    path: `${base}/:key/archive`,
    summary: 'Put a decided experiment, or a draft, into the archive',
    permission: 'experiments:write',
    input: record(ofExperiment),
    answer: json(experimentSchema),
    problems: changing,
    repeats: 'once',
    audit: 'experiment.archived',
    since: '0.2.0',
    examples: [{ name: 'After the decision', input: checkout, answer: { state: 'archived' } }],
  }),
  operation({
    id: 'experiments.remove',
    method: 'DELETE',
    path: `${base}/:key`,
    summary: 'Remove a draft',
    description: 'What ran is kept, so that its key is not used again for other arms.',
    permission: 'experiments:write',
    input: record(ofExperiment),
    answer: nothing,
    problems: { ...missing, wrong_state: 'conflict' },
    repeats: 'idempotent',
    audit: 'experiment.removed',
    since: '0.2.0',
    examples: [{ name: 'A draft', input: { ...shop, key: 'free-shipping' } }],
  }),
] as const;
