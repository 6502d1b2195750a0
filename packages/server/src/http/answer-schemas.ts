import { Type } from 'typebox';

/** Shapes of answers for the reference. They document; nothing is filtered by them. */

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export const ProblemAnswer = Type.Object(
  {
    type: Type.String({ description: 'urn:olympus:problem: and the code' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'What is wrong, for people' }),
    code: Type.String({ description: 'Stable; what programs switch on' }),
    at: Type.Optional(Type.String({ description: 'Where: a JSON pointer, a header, a setting' })),
    remedy: Type.Optional(Type.String({ description: 'What to do about it' })),
    request_id: Type.String(),
  },
  { title: 'Problem', description: 'A fault, RFC 9457' },
);

const Range = Type.Object({ from: Type.String(), to: Type.String() });

export const QueryAnswerSchema = Type.Object(
  {
    columns: Type.Array(
      Type.Object({
        name: Type.String(),
        type: Type.String(),
        unit: Type.Optional(Type.String()),
        label: Type.Optional(Type.String()),
        role: Type.Enum(['dimension', 'time', 'metric', 'previous', 'change']),
      }),
    ),
    rows: Type.Array(
      Type.Record(
        Type.String(),
        Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
      ),
    ),
    meta: Type.Object({
      tenant_id: Type.String(),
      time_zone: Type.String(),
      currency: Type.String(),
      range: Nullable(Range),
      comparison_range: Type.Optional(Range),
      grain: Type.Optional(Type.String()),
      freshness: Type.Object({
        data_through: Nullable(Type.String()),
        last_received_at: Nullable(Type.String()),
      }),
      generated_at: Type.String(),
      elapsed_ms: Type.Number(),
      cache: Type.String(),
      truncated: Type.Boolean(),
      sql: Type.Optional(Type.String({ description: 'For those with sql:read' })),
    }),
  },
  { title: 'QueryAnswer', description: 'Columns and rows' },
);

export const SessionAnswer = Type.Object(
  {
    user: Nullable(Type.Object({ id: Type.String(), email: Type.String(), name: Type.String() })),
    tenants: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        role: Type.String(),
        time_zone: Type.String(),
        currency: Type.String(),
        locale: Type.String(),
        week_start: Type.String(),
        demo: Type.Boolean(),
      }),
    ),
    environment: Type.String(),
  },
  { title: 'Session', description: 'Who is signed in, and what they may see' },
);

export const TenantAnswer = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    time_zone: Type.String(),
    currency: Type.String(),
    week_start: Type.String(),
    locale: Type.String(),
    exchange_rates: Type.Record(Type.String(), Type.String()),
    demo: Type.Boolean(),
    created_at: Type.String(),
  },
  { title: 'Tenant', description: 'A business' },
);

export const DeadLetterAnswer = Type.Object(
  {
    id: Type.String(),
    status: Type.Enum(['open', 'replayed', 'discarded']),
    type: Nullable(Type.String()),
    source: Type.String(),
    code: Type.String(),
    step: Type.String(),
    reason: Type.String(),
    path: Nullable(Type.String()),
    received_at: Type.String(),
    raw: Type.String({ description: 'The event as it was received, or as it was last corrected' }),
  },
  { title: 'DeadLetter', description: 'An event that could not be stored' },
);

export const KeyMade = Type.Object(
  { id: Type.String(), secret: Type.String({ description: 'Shown this once' }) },
  { title: 'NewKey', description: 'The key that was made' },
);
