import { beginningOf, Problem } from '@olympus/core';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { factLedgers } from '../ledgers/ledgers.js';
import { operators } from '../model/declarations.js';
import { schemaProblem } from '../schema/schema-problem.js';

const aggregates = ['sum', 'count', 'count_distinct', 'average', 'min', 'max'] as const;
const closed = { additionalProperties: false } as const;
const literals = <const T extends readonly string[]>(values: T) =>
  Type.Enum([...values] as unknown as T[number][]);
const name = Type.String({ minLength: 1, maxLength: 100 });
const words = Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 20 });

const text = {
  label: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
  description: Type.Optional(Type.String({ maxLength: 500 })),
  unit: Type.Optional(literals(['currency', 'count', 'ratio', 'number'])),
  polarity: Type.Optional(literals(['up_good', 'down_good', 'neutral'])),
  synonyms: Type.Optional(
    Type.Object({ en: Type.Optional(words), de: Type.Optional(words) }, closed),
  ),
};

const comparison = {
  operator: literals(operators),
  values: Type.Array(
    Type.Union([Type.String({ maxLength: 1_000 }), Type.Number(), Type.Boolean(), Type.Null()]),
    { minItems: 1, maxItems: 1_000 },
  ),
};

const filter = Type.Union([
  Type.Object({ column: name, ...comparison }, closed),
  Type.Object({ dimension: name, ...comparison }, closed),
]);

const aggregate = Type.Object(
  {
    kind: Type.Literal('aggregate'),
    ledger: literals(factLedgers.map((ledger) => ledger.name)),
    aggregate: literals(aggregates),
    column: Type.Optional(name),
    filters: Type.Optional(Type.Array(filter, { maxItems: 20 })),
    ...text,
  },
  closed,
);
const ratio = Type.Object(
  { kind: Type.Literal('ratio'), numerator: name, denominator: name, ...text },
  closed,
);
const arithmetic = Type.Object(
  {
    kind: Type.Literal('arithmetic'),
    /** `{metric}`, `{constant}` or `{operator: + - * /, left, right}`. */
    expression: Type.Unknown(),
    ...text,
  },
  closed,
);

/** A tenant's own metric, declared as data; JSON Schema. */
const customMetricSchema = Type.Union([aggregate, ratio, arithmetic], {
  title: 'CustomMetric',
});

export type CustomMetric = Type.Static<typeof customMetricSchema>;

const shapes = { aggregate, ratio, arithmetic } as const;
const checkers = {
  aggregate: Compile(aggregate),
  ratio: Compile(ratio),
  arithmetic: Compile(arithmetic),
} as const;

/**
 * An untrusted value as a declaration of the right shape. Whether it fits the model is `parseCustomMetric`'s.
 * @throws Problem `invalid_metric` with the place
 */
export function parseShape(value: unknown): CustomMetric {
  const kind =
    typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  if (kind !== 'aggregate' && kind !== 'ratio' && kind !== 'arithmetic') {
    throw new Problem({
      code: 'invalid_metric',
      kind: 'invalid',
      message: 'A metric is declared as an aggregate, a ratio or an arithmetic',
      at: '/kind',
      remedy: 'Set "kind" to aggregate, ratio or arithmetic.',
    });
  }
  const checker = checkers[kind];
  if (checker.Check(value)) return value;
  const fields = Object.keys(shapes[kind].properties);
  throw schemaProblem('metric', value, checker.Errors(beginningOf(value)), fields);
}
