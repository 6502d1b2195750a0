import { randomUUID } from 'node:crypto';
import type { Ask } from '@olympus/analytics';
import { grains, Problem } from '@olympus/core';
import type { Answer, Frame, Outcome } from '@olympus/language';
import type { AskedQuestion, Platform, Principal, Tenant } from '@olympus/platform';
import { Type } from 'typebox';
import { principalOf, tenantOf } from '../access.js';
import type { AuditTrail } from '../audit.js';
import type { App } from '../type-provider.js';
import { abortedWith } from './aborted-with.js';
import { withoutPersonalData } from './without-personal-data.js';

const tags = ['ask'];
const closed = { additionalProperties: false } as const;
const name = Type.String({ minLength: 1, maxLength: 100 });
const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const label = Type.String({ maxLength: 200 });
const count = Type.Union([Type.Integer({ minimum: 1, maximum: 10_000 }), Type.Null()]);
const grain = Type.Enum([...grains]);
const locale = Type.Optional(
  Type.String({ maxLength: 35, pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$' }),
);
const conversationId = Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$' });

/** What can be asked for without words: a frame as an answer or an option gave it. */
const frameSchema = Type.Object(
  {
    intent: Type.Enum(['query', 'compare', 'explain', 'forecast', 'anomalies']),
    metrics: Type.Array(name, { maxItems: 10 }),
    dimensions: Type.Array(name, { maxItems: 6 }),
    filters: Type.Array(
      Type.Object(
        {
          dimension: name,
          operator: Type.Enum(['equals', 'not_equals', 'gt', 'gte', 'lt', 'lte', 'contains']),
          values: Type.Array(
            Type.Union([Type.String({ maxLength: 1_000 }), Type.Number(), Type.Boolean()]),
            { minItems: 1, maxItems: 1_000 },
          ),
        },
        closed,
      ),
      { maxItems: 20 },
    ),
    time: Type.Union([Type.Object({ from: date, to: date, label }, closed), Type.Null()]),
    grain: Type.Union([grain, Type.Null()]),
    compare: Type.Union([
      Type.Object(
        {
          kind: Type.Enum(['previous_period', 'same_period_last_year', 'range']),
          from: Type.Optional(date),
          to: Type.Optional(date),
          label: Type.Optional(label),
        },
        closed,
      ),
      Type.Null(),
    ]),
    order: Type.Array(Type.Object({ by: name, direction: Type.Enum(['asc', 'desc']) }, closed), {
      maxItems: 10,
    }),
    limit: count,
    horizon: Type.Union([
      Type.Object({ n: Type.Integer({ minimum: 1, maximum: 10_000 }), grain }, closed),
      Type.Null(),
    ]),
    steps: Type.Array(name, { maxItems: 0 }),
    transform: Type.Union([
      Type.Object(
        { kind: Type.Enum(['share', 'moving_average', 'cumulative']), window: count },
        closed,
      ),
      Type.Null(),
    ]),
    command: Type.Null(),
    chart: Type.Enum(['number', 'bar', 'line', 'table', 'funnel', 'cohort']),
  },
  { ...closed, title: 'Frame', description: 'A question as an exact query' },
);

interface AskDeps {
  readonly ask: Ask;
  readonly platform: Pick<Platform, 'questions'>;
  readonly audit: AuditTrail;
}

/** Questions in plain words, their history, and the words that tenants teach. */
export function registerAskRoutes(app: App, { ask, platform, audit }: AskDeps): void {
  app.post(
    '/api/analytics/nlp/query',
    {
      config: { access: { permission: 'analytics:read', tenant: 'body' } },
      schema: {
        tags,
        summary: 'Ask in plain words: an answer, a question back, or a decline',
        body: Type.Object(
          {
            question: Type.String({ description: 'Up to 2,000 characters' }),
            tenant_id: Type.String({ minLength: 1, maxLength: 63 }),
            conversation_id: Type.Optional(conversationId),
            locale,
            frame: Type.Optional(frameSchema),
          },
          closed,
        ),
      },
    },
    async (request, reply) => {
      const { question, conversation_id, locale, frame } = request.body;
      const tenant = tenantOf(request);
      const asker = principalOf(request);
      const previous = await lastAnswer(platform, tenant, asker, conversation_id);
      const told = await ask.ask({
        tenantId: tenant.id,
        question,
        locale,
        previous,
        frame,
        showSql: asker.allows(tenant.id, 'sql:read'),
        signal: abortedWith(reply),
      });
      const conversationId = conversation_id ?? randomUUID();
      const { outcome } = told;
      const kept = withoutPersonalData(question, outcome);
      await platform.questions.record({
        tenantId: tenant.id,
        asker,
        conversationId,
        question: kept.question,
        locale,
        outcome: outcome.kind,
        ...(outcome.kind === 'decline' ? { reason: outcome.reason } : {}),
        ...(kept.made.kind === 'answer' ? { answer: { ...kept.made } } : {}),
      });
      return { ...told, outcome: withoutHistory(outcome), conversation_id: conversationId };
    },
  );

  app.get(
    '/api/analytics/nlp/suggestions',
    {
      config: { access: { permission: 'analytics:read', tenant: 'query' } },
      schema: {
        tags,
        summary: 'Complete what is being typed; with nothing typed, questions to begin with',
        querystring: Type.Object({
          tenant_id: Type.String(),
          typed: Type.Optional(Type.String({ maxLength: 2_000 })),
          locale,
        }),
      },
    },
    async (request) => {
      const { typed = '', locale } = request.query;
      return ask.suggest(tenantOf(request).id, typed, locale);
    },
  );

  const params = Type.Object({ tenant_id: Type.String() });

  app.get(
    '/api/tenants/:tenant_id/conversations',
    {
      config: { access: { permission: 'analytics:read', tenant: 'path' } },
      schema: {
        tags,
        summary: 'The caller’s own questions by conversation, newest first',
        params,
        querystring: Type.Object({
          conversation_id: Type.Optional(conversationId),
          limit: Type.Optional(
            Type.Integer({ minimum: 1, maximum: 500, description: 'Questions at most' }),
          ),
          before: Type.Optional(
            Type.Integer({ minimum: 1, description: 'Id of the last question seen' }),
          ),
        }),
      },
    },
    async (request) => {
      const { conversation_id, limit, before } = request.query;
      const asked = await platform.questions.list(tenantOf(request).id, principalOf(request), {
        conversationId: conversation_id,
        limit,
        before,
      });
      return { conversations: byConversation(asked) };
    },
  );

  app.get(
    '/api/tenants/:tenant_id/unanswered-questions',
    {
      config: { access: { permission: 'analytics:read', tenant: 'path' } },
      schema: {
        tags,
        summary: 'Questions of everyone that were declined or asked back, like ones together',
        params,
        querystring: Type.Object({
          since: Type.Optional(Type.String({ maxLength: 40, description: 'ISO instant' })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
        }),
      },
    },
    async (request) => {
      const { since, limit } = request.query;
      const sinceMs = since === undefined ? undefined : Date.parse(since);
      if (sinceMs !== undefined && Number.isNaN(sinceMs)) {
        throw new Problem({
          code: 'invalid_request',
          kind: 'invalid',
          message: '"since" is not an ISO instant',
          at: '/querystring/since',
        });
      }
      const { id } = tenantOf(request);
      const unanswered = await platform.questions.unanswered(id, { sinceMs, limit });
      return {
        questions: unanswered.map((one) => ({
          question: one.question,
          count: one.count,
          askers: one.askers,
          outcome: one.outcome,
          reason: one.reason,
          last_asked_at: one.lastAskedAt,
        })),
      };
    },
  );

  app.post(
    '/api/tenants/:tenant_id/synonyms',
    {
      config: { access: { permission: 'metrics:write', tenant: 'path' } },
      schema: {
        tags,
        summary: 'Keep a word for a metric or dimension',
        params,
        body: Type.Object(
          {
            kind: Type.Enum(['metric', 'dimension']),
            name,
            language: Type.String({ minLength: 2, maxLength: 2 }),
            phrase: Type.String({ minLength: 1, maxLength: 80 }),
          },
          closed,
        ),
      },
    },
    async (request, reply) => {
      await ask.keep(tenantOf(request).id, request.body);
      await audit.record(request, principalOf(request), 'synonym.kept', {
        target: request.body.name,
        detail: { phrase: request.body.phrase, language: request.body.language },
      });
      return reply.code(204).send();
    },
  );
}

/** Frames before the answer stay here: the next question of the conversation finds them. */
function withoutHistory(outcome: Outcome) {
  if (outcome.kind !== 'answer') return outcome;
  const { history: _, ...rest } = outcome;
  return rest;
}

/** Questions that a follow-up looks back on for an answer. */
const lookBack = 20;

/** The last answer of the caller's conversation, which a follow-up changes. */
async function lastAnswer(
  platform: AskDeps['platform'],
  tenant: Tenant,
  asker: Principal,
  conversationId: string | undefined,
): Promise<Answer | undefined> {
  if (conversationId === undefined) return undefined;
  const asked = await platform.questions.list(tenant.id, asker, {
    conversationId,
    limit: lookBack,
  });
  if (asked.length === 0) {
    throw new Problem({
      code: 'conversation_not_found',
      kind: 'not_found',
      message: 'There is no such conversation of yours',
      remedy: 'Leave "conversation_id" out to begin one.',
      at: '/conversation_id',
    });
  }
  const last = asked.find(({ outcome }) => outcome === 'answer');
  return last?.answer === null ? undefined : (last?.answer as Answer | undefined);
}

/** Questions by conversation, the conversation with the newest question first. */
function byConversation(asked: readonly AskedQuestion[]) {
  const conversations = new Map<string, AskedQuestion[]>();
  for (const one of asked) {
    conversations.set(one.conversationId, [...(conversations.get(one.conversationId) ?? []), one]);
  }
  return [...conversations].map(([id, questions]) => ({
    id,
    last_asked_at: questions[0]?.createdAt,
    questions: questions.map((one) => ({
      id: one.id,
      question: one.question,
      locale: one.locale,
      outcome: one.outcome,
      reason: one.reason,
      interpretation: (one.answer as Answer | null)?.interpretation ?? null,
      frame: (one.answer as { frame?: Frame } | null)?.frame ?? null,
      asked_at: one.createdAt,
    })),
  }));
}
