import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { ProblemAnswer } from './answer-schemas.js';
import type { App } from './type-provider.js';

const problem = {
  description: 'A fault',
  content: { 'application/problem+json': { schema: ProblemAnswer } },
};

/** Every route answers faults alike. */
function withProblem(response: unknown): object {
  const answers = typeof response === 'object' && response !== null ? response : {};
  const successes =
    Object.keys(answers).length === 0 ? { '2XX': { description: 'Done' } } : answers;
  return { ...successes, '4XX': problem, '5XX': problem };
}

/** The reference of the HTTP interface, made from the routes' own schemas: /docs and /docs/json. */
export async function registerDocs(app: App, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Olympus',
        version,
        description:
          'Analytics for commerce: events in, answers out. Faults are problem documents (RFC 9457) with a stable `code`. A tenant that the caller may not see is answered like one that does not exist: 404.',
        license: { name: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'API key (oly_…) or JWT' },
          write_key: { type: 'http', scheme: 'basic', description: 'API key as the user name' },
          session: { type: 'apiKey', in: 'cookie', name: 'olympus_session' },
        },
      },
    },
    transform: ({ schema, url, route }) => {
      const access = route.config?.access;
      const hidden = schema === undefined || schema.summary === undefined;
      if (access === undefined || hidden) return { schema: { ...schema, hide: true }, url };
      const open = access.permission === 'public';
      const security: Record<string, string[]>[] = open
        ? []
        : [{ key: [] }, { write_key: [] }, { session: [] }];
      return {
        schema: {
          ...schema,
          security,
          response: withProblem(schema.response),
          description: [schema.description, `Permission: \`${access.permission}\``]
            .filter((line) => line !== undefined)
            .join('\n\n'),
        },
        url,
      };
    },
  });
  await app.register(async (docs) => {
    docs.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: { permission: 'public' } };
    });
    await docs.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
  });
}
