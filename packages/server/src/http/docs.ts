import swagger, { type StaticDocumentSpec } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { JsonSchema } from '@olympus/contract';
import type { App } from './type-provider.js';

/** The reference of the HTTP interface: /docs, and the document itself at /docs/json. */
export async function registerDocs(app: App, document: JsonSchema): Promise<void> {
  await app.register(swagger, {
    mode: 'static',
    specification: { document: document as unknown as StaticDocumentSpec['document'] },
  });
  await app.register(async (docs) => {
    docs.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: { permission: 'public' } };
    });
    await docs.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
  });
}
