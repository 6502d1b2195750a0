import { nullable, oneOf, optional, record } from '@olympus/contract';
import { operators } from '@olympus/semantic';
import { Type } from 'typebox';
import { grainSchema, polaritySchema, timeframeSchema, unitSchema } from './words.contract.js';

const synonyms = record(
  { en: Type.Array(Type.String()), de: Type.Array(Type.String()) },
  { title: 'Synonyms', description: 'Other words for the same thing, by language' },
);
const operator = oneOf(operators);

const entity = record(
  { name: Type.String(), label: Type.String(), description: Type.String(), key: Type.String() },
  { title: 'ModelEntity' },
);

const dimension = record(
  {
    name: Type.String(),
    label: Type.String(),
    description: Type.String(),
    type: Type.String(),
    synonyms,
    operators: Type.Array(operator),
    values: optional(
      Type.Array(record({ value: Type.Number(), label: Type.String() }), {
        description: 'All values it can have, with their names, where they are known beforehand',
      }),
    ),
  },
  { title: 'ModelDimension' },
);

const measure = record(
  {
    name: Type.String(),
    ledger: Type.String(),
    aggregate: Type.String(),
    column: nullable(Type.String()),
  },
  { title: 'ModelMeasure' },
);

const metric = record(
  {
    name: Type.String(),
    label: Type.String(),
    description: Type.String(),
    formula: Type.String({ description: 'How it is made, in words of other metrics' }),
    unit: unitSchema,
    polarity: polaritySchema,
    additive: Type.Boolean({ description: 'Whether groups and buckets add up to the whole' }),
    synonyms,
    dimensions: Type.Array(Type.String(), {
      description: 'Dimensions that it may be split and filtered by',
    }),
    custom: Type.Boolean({ description: 'Declared by the tenant' }),
    part: Type.Boolean({ description: 'Mainly a part that other metrics are made of' }),
  },
  { title: 'ModelMetric' },
);

export const modelSchema = record(
  {
    entities: Type.Array(entity),
    dimensions: Type.Array(dimension),
    measures: Type.Array(measure),
    metrics: Type.Array(metric),
    grains: Type.Array(grainSchema),
    timeframes: Type.Array(timeframeSchema),
    operators: Type.Array(operator),
  },
  {
    title: 'ModelDescription',
    description: 'The semantic model as one tenant sees it, its own metrics included',
  },
);
