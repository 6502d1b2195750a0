import type { Analytics } from '@olympus/analytics';
import { timeframes } from '@olympus/core';
import { metricQuerySchema, parseMetricQuery } from '@olympus/semantic';
import { Type } from 'typebox';
import { principalOf, tenantOf } from '../access.js';
import { QueryAnswerSchema } from '../answer-schemas.js';
import type { AuditTrail } from '../audit.js';
import type { App } from '../type-provider.js';
import { abortedWith } from './aborted-with.js';

const tags = ['analytics'];

/** Questions to the semantic model. */
export function registerAnalyticsRoutes(
  app: App,
  { analytics, audit }: { readonly analytics: Analytics; readonly audit: AuditTrail },
): void {
  app.post(
    '/api/analytics/query',
    {
      config: { access: { permission: 'analytics:read', tenant: 'body' } },
      attachValidation: true,
      schema: {
        tags,
        summary: 'Ask for metrics by dimensions and time',
        body: metricQuerySchema,
        response: { 200: QueryAnswerSchema },
      },
    },
    async (request, reply) => {
      const query = parseMetricQuery(request.body);
      const tenant = tenantOf(request);
      return analytics.query({
        tenantId: tenant.id,
        query,
        showSql: principalOf(request).allows(tenant.id, 'sql:read'),
        signal: abortedWith(reply),
      });
    },
  );

  app.get(
    '/api/analytics/model',
    {
      config: { access: { permission: 'model:read', tenant: 'query' } },
      schema: {
        tags,
        summary: 'Describe what can be asked',
        querystring: Type.Object({ tenant_id: Type.String() }),
      },
    },
    async (request) => analytics.model(tenantOf(request).id),
  );

  app.get(
    '/api/analytics/dashboard/:tenant_id',
    {
      config: { access: { permission: 'analytics:read', tenant: 'path' } },
      schema: {
        tags,
        summary: 'The overview of a business',
        params: Type.Object({ tenant_id: Type.String() }),
        querystring: Type.Object({
          timeframe: Type.Optional(Type.Enum([...timeframes])),
          from: Type.Optional(Type.String({ maxLength: 40, description: 'Local date, first day' })),
          to: Type.Optional(Type.String({ maxLength: 40, description: 'Local date, day after' })),
          compare: Type.Optional(Type.Enum(['previous_period', 'same_period_last_year', 'none'])),
        }),
      },
    },
    async (request, reply) =>
      analytics.dashboard({
        tenantId: tenantOf(request).id,
        ...request.query,
        signal: abortedWith(reply),
      }),
  );

  const metricParams = Type.Object({
    tenant_id: Type.String(),
    name: Type.String({ minLength: 1, maxLength: 100 }),
  });

  app.get(
    '/api/tenants/:tenant_id/metrics',
    {
      config: { access: { permission: 'metrics:read', tenant: 'path' } },
      schema: {
        tags: ['metrics'],
        summary: 'List the metrics that the tenant declared',
        params: Type.Object({ tenant_id: Type.String() }),
      },
    },
    async (request) => ({ metrics: await analytics.metrics.list(tenantOf(request).id) }),
  );

  app.put(
    '/api/tenants/:tenant_id/metrics/:name',
    {
      config: { access: { permission: 'metrics:write', tenant: 'path' } },
      schema: {
        tags: ['metrics'],
        summary: 'Declare a metric as data',
        params: metricParams,
        body: Type.Object({}, { additionalProperties: true }),
      },
    },
    async (request) => {
      const { name } = request.params;
      const metric = await analytics.metrics.put(tenantOf(request).id, name, request.body);
      await audit.record(request, principalOf(request), 'metric.declared', { target: name });
      return metric;
    },
  );

  app.delete(
    '/api/tenants/:tenant_id/metrics/:name',
    {
      config: { access: { permission: 'metrics:write', tenant: 'path' } },
      schema: { tags: ['metrics'], summary: 'Remove a declared metric', params: metricParams },
    },
    async (request, reply) => {
      const { name } = request.params;
      await analytics.metrics.remove(tenantOf(request).id, name);
      await audit.record(request, principalOf(request), 'metric.removed', { target: name });
      return reply.code(204).send();
    },
  );
}
