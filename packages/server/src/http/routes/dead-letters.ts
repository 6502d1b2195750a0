import type { Ingest } from '@olympus/ingest';
import { Type } from 'typebox';
import { principalOf, tenantOf } from '../access.js';
import { DeadLetterAnswer } from '../answer-schemas.js';
import type { AuditTrail } from '../audit.js';
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
export function registerDeadLetterRoutes(
  app: App,
  { ingest, audit }: { readonly ingest: Ingest; readonly audit: AuditTrail },
): void {
  const { deadLetters } = ingest;
  const base = '/api/tenants/:tenant_id/dead-letters';

  app.get(
    base,
    {
      config: read,
      schema: {
        tags,
        summary: 'List dead letters, newest first',
        response: { 200: Type.Object({ dead_letters: Type.Array(DeadLetterAnswer) }) },
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
        response: { 200: DeadLetterAnswer },
        description: 'The body is the event as it should have been; a replay will send it.',
        params: LetterParams,
        body: Type.Object({}, { additionalProperties: true }),
      },
    },
    async (request) => {
      const { id } = request.params;
      const raw = JSON.stringify(request.body);
      const letter = await deadLetters.correct(tenantOf(request).id, id, raw);
      await audit.record(request, principalOf(request), 'dead_letter.corrected', { target: id });
      return letter;
    },
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
      const results = await deadLetters.replay(tenantOf(request).id, ids);
      await audit.record(request, principalOf(request), 'dead_letter.replayed', {
        detail: { letters: results.length },
      });
      return { results };
    },
  );

  app.post(
    `${base}/:id/replay`,
    { config: write, schema: { tags, summary: 'Send a dead letter again', params: LetterParams } },
    async (request) => {
      const { id } = request.params;
      const [result] = await deadLetters.replay(tenantOf(request).id, [id]);
      await audit.record(request, principalOf(request), 'dead_letter.replayed', { target: id });
      return result;
    },
  );

  app.post(
    `${base}/:id/discard`,
    { config: write, schema: { tags, summary: 'Give a dead letter up', params: LetterParams } },
    async (request) => {
      const { id } = request.params;
      const letter = await deadLetters.discard(tenantOf(request).id, id);
      await audit.record(request, principalOf(request), 'dead_letter.discarded', { target: id });
      return letter;
    },
  );
}
