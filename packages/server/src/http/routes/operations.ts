import type { Registry } from 'prom-client';
import { Type } from 'typebox';
import type { App } from '../type-provider.js';

export interface ComponentHealth {
  readonly name: string;
  readonly status: 'ok' | 'degraded' | 'down';
  /** For operators only. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface OperationsDeps {
  /** Each component's state right now; never rejects. */
  readonly health: () => Promise<readonly ComponentHealth[]>;
  /** Whether an event sent now would be stored durably. */
  readonly ready: () => Promise<boolean>;
  readonly registry: Registry;
  readonly version: string;
}

const tags = ['operations'];
const isPublic = { access: { permission: 'public' } } as const;

/** What machines ask about the server. */
export function registerOperationsRoutes(app: App, deps: OperationsDeps): void {
  app.get(
    '/livez',
    { config: isPublic, schema: { tags, summary: 'Whether the process answers' } },
    async () => ({ status: 'ok' }),
  );

  app.get(
    '/readyz',
    {
      config: isPublic,
      schema: { tags, summary: 'Whether events can be stored durably right now' },
    },
    async (_request, reply) => {
      const ready = await deps.ready();
      return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable' });
    },
  );

  app.get(
    '/api/health',
    {
      config: isPublic,
      schema: {
        tags,
        summary: 'The state of each component',
        description: 'Callers with `system:read` see details.',
        response: {
          200: Type.Object({
            status: Type.String(),
            version: Type.String(),
            components: Type.Array(Type.Object({}, { additionalProperties: true })),
          }),
        },
      },
    },
    async (request) => {
      const components = await deps.health();
      const detailed = request.principal?.allowsEverywhere('system:read') ?? false;
      const worst = (['down', 'degraded'] as const).find((status) =>
        components.some((component) => component.status === status),
      );
      return {
        status: worst ?? 'ok',
        version: deps.version,
        components: components.map(({ name, status, detail }) => ({
          name,
          status,
          ...(detailed && detail !== undefined ? { detail } : {}),
        })),
      };
    },
  );

  app.get(
    '/metrics',
    { config: isPublic, schema: { tags, summary: 'Figures for Prometheus' } },
    async (_request, reply) => {
      reply.header('content-type', deps.registry.contentType);
      return deps.registry.metrics();
    },
  );
}
