import type { Ingest } from '@olympus/ingest';
import { Type } from 'typebox';
import { tenantOf } from '../access.js';
import type { App } from '../type-provider.js';

const Params = Type.Object({ tenant_id: Type.String() });
const LetterParams = Type.Object({
  tenant_id: Type.String(),
  id: Type.String({ minLength: 1, maxLength: 200 }),
});
const tags = ['dead letters'];
const read = { access: { permission: 'dead_letters:read', tenant: 'path' } } as const;
const write = { access: { permission: 'dead_letters:write', tenant: 'path' } } as const;

/** Events that could not be stored: look at them, correct them, send them again, or give them up. */
export function registerDeadLetterRoutes(app: App, { ingest }: { readonly ingest: Ingest }): void {
  const { deadLetters } = ingest;
  const base = '/api/tenants/:tenant_id/dead-letters';

  app.get(
    base,
    {
      config: read,
      schema: {
        tags,
        summary: 'List dead letters, newest first',
        params: Params,
        querystring: Type.Object({
          status: Type.Optional(Type.Enum(['open', 'replayed', 'discarded'])),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
        }),
      },
    },
    async (request) => ({
      dead_letters: await deadLetters.list(tenantOf(request).id, request.query),
    }),
  );

  app.get(
    `${base}/:id`,
    { config: read, schema: { tags, summary: 'Show a dead letter', params: LetterParams } },
    async (request) => deadLetters.get(tenantOf(request).id, request.params.id),
  );

  app.put(
    `${base}/:id`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Correct a dead letter',
        description: 'The body is the event as it should have been; a replay will send it.',
        params: LetterParams,
        body: Type.Object({}, { additionalProperties: true }),
      },
    },
    async (request) =>
      deadLetters.correct(tenantOf(request).id, request.params.id, JSON.stringify(request.body)),
  );

  app.post(
    `${base}/replay`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Send dead letters again',
        description: 'Those named in `ids`, or with `all` up to 1,000 open ones, oldest first.',
        params: Params,
        body: Type.Union([
          Type.Object({ ids: Type.Array(Type.String(), { minItems: 1, maxItems: 1000 }) }),
          Type.Object({ all: Type.Literal(true) }),
        ]),
      },
    },
    async (request) => {
      const ids = 'ids' in request.body ? request.body.ids : undefined;
      return { results: await deadLetters.replay(tenantOf(request).id, ids) };
    },
  );

  app.post(
    `${base}/:id/replay`,
    { config: write, schema: { tags, summary: 'Send a dead letter again', params: LetterParams } },
    async (request) => {
      const [result] = await deadLetters.replay(tenantOf(request).id, [request.params.id]);
      return result;
    },
  );

  app.post(
    `${base}/:id/discard`,
    { config: write, schema: { tags, summary: 'Give a dead letter up', params: LetterParams } },
    async (request) => deadLetters.discard(tenantOf(request).id, request.params.id),
  );
}
