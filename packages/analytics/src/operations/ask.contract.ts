import {
  json,
  nothing,
  nullable,
  ofTenant,
  oneOf,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { Type } from 'typebox';
import { rankingSchema, studySchema } from './ask-study.contract.js';
import { queryFaults } from './query.contract.js';
import {
  freshnessSchema,
  grainSchema,
  localeSchema,
  polaritySchema,
  rangeSchema,
  rowSchema,
  unitSchema,
} from './words.contract.js';

const name = Type.String({ minLength: 1, maxLength: 100 });
const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const label = Type.String({ maxLength: 200 });
const count = nullable(Type.Integer({ minimum: 1, maximum: 10_000 }));
const locale = optional(localeSchema('BCP 47; a hint, the words of the question weigh more'));
const conversationId = Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$' });
const scalar = Type.Union([Type.String({ maxLength: 1_000 }), Type.Number(), Type.Boolean()]);
const charts = ['number', 'bar', 'line', 'table', 'funnel', 'cohort'] as const;

const filters = Type.Array(
  record({
    dimension: name,
    operator: oneOf(['equals', 'not_equals', 'gt', 'gte', 'lt', 'lte', 'contains']),
    values: Type.Array(scalar, { minItems: 1, maxItems: 1_000 }),
  }),
  { maxItems: 20 },
);
const term = record({ metric: name, filters });

const parts = {
  metrics: Type.Array(name, { maxItems: 10 }),
  dimensions: Type.Array(name, { maxItems: 6 }),
  filters,
  time: nullable(record({ from: date, to: date, label })),
  grain: nullable(grainSchema),
  compare: nullable(
    record({
      kind: oneOf(['previous_period', 'same_period_last_year', 'range']),
      from: optional(date),
      to: optional(date),
      label: optional(label),
    }),
  ),
  order: Type.Array(record({ by: name, direction: oneOf(['asc', 'desc']) }), { maxItems: 10 }),
  limit: count,
  horizon: nullable(
    record({ n: Type.Integer({ minimum: 1, maximum: 10_000 }), grain: grainSchema }),
  ),
  transform: nullable(
    record({ kind: oneOf(['share', 'moving_average', 'cumulative']), window: count }),
  ),
  /** A metric by a metric, each under filters of its own beside the frame's; ordered by `ratio`. */
  ratio: optional(nullable(record({ numerator: term, denominator: term }))),
  ranking: optional(nullable(rankingSchema)),
  /** What an engine of its own answers, in frames of the intent `study`. */
  study: optional(nullable(studySchema)),
  chart: oneOf(charts),
};

const frame = record(
  {
    ...parts,
    intent: oneOf([
      'query',
      'compare',
      'explain',
      'forecast',
      'funnel',
      'retention',
      'anomalies',
      'study',
      'help',
      'command',
    ]),
    steps: Type.Array(name, { maxItems: 20, description: 'Events of a funnel, in order' }),
    command: nullable(
      record({
        type: oneOf([
          'create_order',
          'view_analytics',
          'search_customers',
          'update_inventory',
          'generate_report',
        ]),
        entities: record({
          dates: Type.Array(
            record({ from: Type.String(), to: Type.String(), label: Type.String() }),
          ),
          money: Type.Array(record({ amount: Type.Number(), currency: Type.String() })),
          numbers: Type.Array(Type.Number()),
          products: Type.Array(Type.String()),
          customers: Type.Array(Type.String()),
          locations: Type.Array(Type.String()),
        }),
      }),
    ),
  },
  { title: 'Frame', description: 'A question as an exact query; may be sent back as it is' },
);

const span = record(
  {
    from: Type.Integer(),
    to: Type.Integer(),
    role: oneOf([
      'metric',
      'dimension',
      'value',
      'time',
      'grain',
      'comparison',
      'condition',
      'rank',
      'transform',
      'intent',
      'event',
      'unknown',
    ]),
    value: Type.String(),
    text: Type.String(),
  },
  {
    title: 'QuestionSpan',
    description:
      'What a part of the question was taken for; offsets are UTF-16 units of the question',
  },
);
const spans = Type.Array(span);
const language = Type.String();

const synonym = record(
  {
    kind: oneOf(['metric', 'dimension', 'event']),
    name: Type.String(),
    language: Type.String(),
    phrase: Type.String(),
  },
  { title: 'ProposedSynonym', description: 'A word that the asker taught by correcting' },
);

const outcome = Type.Union([
  record(
    {
      kind: Type.Literal('answer'),
      frame,
      confidence: Type.Number({ minimum: 0, maximum: 1 }),
      interpretation: Type.String(),
      assumptions: Type.Array(Type.String()),
      spans,
      language,
      synonym: optional(synonym),
      missing: optional(Type.Array(Type.String(), { description: 'What a command still needs' })),
    },
    {
      title: 'QuestionAnswered',
      description: 'Understood as `interpretation` says; whatever was guessed is an assumption',
    },
  ),
  record(
    {
      kind: Type.Literal('clarify'),
      question: Type.String(),
      options: Type.Array(record({ label: Type.String(), frame })),
      spans,
      language,
    },
    {
      title: 'QuestionUnclear',
      description: 'It has several meanings; sending an option’s frame chooses one',
    },
  ),
  record(
    {
      kind: Type.Literal('decline'),
      reason: Type.String(),
      message: Type.String(),
      suggestions: Type.Array(Type.String()),
      spans,
      language,
    },
    { title: 'QuestionDeclined', description: 'It cannot be answered from what is known' },
  ),
]);

const column = record(
  {
    name: Type.String(),
    label: Type.String(),
    type: oneOf(['string', 'number', 'date', 'datetime']),
    unit: optional(unitSchema),
    polarity: optional(polaritySchema),
    role: oneOf([
      'dimension',
      'time',
      'metric',
      'previous',
      'change',
      'transformed',
      'forecast',
      'low',
      'high',
      'expected',
      'contribution',
      'flag',
    ]),
  },
  { title: 'AskColumn' },
);

const table = record(
  {
    id: Type.String(),
    title: Type.String(),
    columns: Type.Array(column),
    rows: Type.Array(rowSchema),
  },
  {
    title: 'AskTable',
    description: 'Insights point at its cells as `<id>/<row>/<column>`, rows from 0',
  },
);

const data = record(
  {
    chart: oneOf(charts),
    tables: Type.Array(table),
    grain: nullable(grainSchema),
    range: nullable(rangeSchema),
    comparison_range: nullable(rangeSchema),
    time_zone: Type.String(),
    currency: Type.String(),
    freshness: freshnessSchema,
    truncated: Type.Boolean(),
    notes: Type.Array(Type.String(), {
      description: 'What a reader has to know to read the figures right',
    }),
    sql: optional(Type.Array(Type.String(), { description: 'For those with sql:read' })),
  },
  {
    title: 'AskData',
    description: 'The first table is the answer, the others explain it',
  },
);

const figureOrigin = Type.Union([
  record({ kind: Type.Literal('cell'), cell: Type.String() }),
  record({
    kind: oneOf(['difference', 'ratio', 'share', 'sum', 'remainder', 'count']),
    cells: Type.Array(Type.String()),
  }),
]);

const insight = record(
  {
    text: Type.String(),
    parts: Type.Array(
      Type.Union([
        record({ kind: oneOf(['text', 'label']), text: Type.String() }),
        record({
          kind: Type.Literal('figure'),
          text: Type.String(),
          value: Type.Number(),
          origin: figureOrigin,
        }),
      ]),
    ),
  },
  {
    title: 'Insight',
    description: 'A computed fact told in words; every number names the cells it comes from',
  },
);

const chip = record(
  {
    id: Type.String(),
    kind: oneOf([
      'metric',
      'dimension',
      'filter',
      'time',
      'grain',
      'compare',
      'rank',
      'transform',
      'ratio',
      'horizon',
      'step',
    ]),
    label: Type.String(),
    span: optional(record({ from: Type.Integer(), to: Type.Integer() })),
    without: optional(frame),
  },
  { title: 'QuestionChip', description: 'An editable part of an answered question' },
);

const askAnswer = record(
  {
    question: Type.String(),
    outcome,
    frame: nullable(frame),
    data: nullable(data),
    insights: Type.Array(insight),
    confidence: nullable(Type.Number()),
    chips: Type.Array(chip),
    suggestions: Type.Array(Type.String(), { description: 'Questions to go on with' }),
    conversation_id: Type.String(),
  },
  { title: 'AskAnswer', description: 'What a question came to' },
);

const suggestions = record(
  {
    completions: Type.Array(
      record(
        {
          text: Type.String(),
          from: Type.Integer({ description: 'Where in what was typed it begins' }),
          kind: oneOf(['metric', 'dimension', 'value', 'event', 'time']),
        },
        { title: 'Completion' },
      ),
    ),
    examples: Type.Array(Type.String()),
  },
  { title: 'AskSuggestions' },
);

const outcomeKind = oneOf(['answer', 'clarify', 'decline']);

const askedQuestion = record(
  {
    id: Type.Integer(),
    question: Type.String(),
    locale: nullable(Type.String()),
    outcome: outcomeKind,
    reason: nullable(Type.String()),
    interpretation: nullable(Type.String()),
    frame: nullable(frame),
    asked_at: Type.String(),
  },
  { title: 'AskedQuestion' },
);

const conversation = record(
  {
    id: Type.String(),
    last_asked_at: Type.String(),
    questions: Type.Array(askedQuestion),
  },
  { title: 'Conversation' },
);

const unanswered = record(
  {
    question: Type.String(),
    count: Type.Integer(),
    askers: Type.Integer(),
    outcome: outcomeKind,
    reason: nullable(Type.String()),
    last_asked_at: Type.String(),
  },
  { title: 'UnansweredQuestion', description: 'Like questions that were not answered' },
);

export const askOperations = [
  operation({
    id: 'ask.question',
    method: 'POST',
    path: '/api/analytics/nlp/query',
    summary: 'Ask in plain words: an answer, a question back, or a decline',
    permission: 'analytics:read',
    input: record({
      question: Type.String({ description: 'Up to 2,000 characters' }),
      ...ofTenant,
      conversation_id: optional(conversationId),
      locale,
      frame: optional(frame),
    }),
    answer: json(askAnswer),
    problems: {
      ...queryFaults,
      computation_timeout: 'timeout',
      question_too_long: 'invalid',
      invalid_frame: 'invalid',
      conversation_not_found: 'not_found',
    },
    repeats: 'once',
    cost: 'query',
    since: '0.1.0',
    examples: [
      {
        name: 'In English',
        input: { tenant_id: 'shop', question: 'revenue in May 2026' },
        answer: { outcome: { kind: 'answer' } },
      },
      {
        name: 'A funnel between two acts',
        input: {
          tenant_id: 'shop',
          question: 'how many people who viewed a page did not order in May 2026',
        },
        answer: { outcome: { kind: 'answer' } },
      },
      {
        name: 'Customers of whom something is true',
        input: { tenant_id: 'shop', question: 'customers with more than 5 orders' },
        answer: { outcome: { kind: 'answer' } },
      },
      {
        name: 'A ratio that no metric is made for',
        input: {
          tenant_id: 'shop',
          question: 'what percentage of revenue was refunds in May 2026',
        },
        answer: { outcome: { kind: 'answer' } },
      },
    ],
  }),
  operation({
    id: 'ask.suggestions',
    method: 'GET',
    path: '/api/analytics/nlp/suggestions',
    summary: 'Complete what is being typed, or tell what can be asked where nothing fits',
    description: 'Every completion and every example is a question that can be asked.',
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      typed: optional(Type.String({ maxLength: 2_000 })),
      locale,
    }),
    answer: json(suggestions),
    problems: queryFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.1.0',
    examples: [{ name: 'Half a word', input: { tenant_id: 'shop', typed: 'reven' } }],
  }),
  operation({
    id: 'ask.conversations',
    method: 'GET',
    path: '/api/tenants/:tenant_id/conversations',
    summary: 'List the caller’s own questions by conversation, newest first',
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      conversation_id: optional(conversationId),
      limit: optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Questions at most' })),
      before: optional(Type.Integer({ minimum: 1, description: 'Id of the last question seen' })),
    }),
    answer: json(
      record({ conversations: Type.Array(conversation) }, { title: 'ConversationList' }),
    ),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'Mine', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'ask.unanswered',
    method: 'GET',
    path: '/api/tenants/:tenant_id/unanswered-questions',
    summary: 'List questions of everyone that were declined or asked back, like ones together',
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      since: optional(Type.String({ maxLength: 40, description: 'ISO instant' })),
      limit: optional(Type.Integer({ minimum: 1, maximum: 500 })),
    }),
    answer: json(
      record({ questions: Type.Array(unanswered) }, { title: 'UnansweredQuestionList' }),
    ),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'Most often asked first', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'ask.keep_synonym',
    method: 'POST',
    path: '/api/tenants/:tenant_id/synonyms',
    summary: 'Keep a word for a metric or dimension',
    permission: 'metrics:write',
    input: record({
      ...ofTenant,
      kind: oneOf(['metric', 'dimension', 'event']),
      name,
      language: Type.String({ minLength: 2, maxLength: 2 }),
      phrase: Type.String({ minLength: 1, maxLength: 80 }),
    }),
    answer: nothing,
    problems: { invalid_synonym: 'invalid', too_many_synonyms: 'conflict' },
    repeats: 'idempotent',
    audit: 'synonym.kept',
    since: '0.1.0',
    examples: [
      {
        name: '“takings” for revenue',
        input: {
          tenant_id: 'shop',
          kind: 'metric',
          name: 'revenue',
          language: 'en',
          phrase: 'takings',
        },
      },
    ],
  }),
] as const;
