import { promisify } from 'node:util';
import { gunzip, inflate } from 'node:zlib';
import { Problem } from '@olympus/core';
import { type IncomingBatch, type Ingest, parseJsonBody, parseSegmentBody } from '@olympus/ingest';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { tenantOf } from '../access.js';
import type { ServerMetrics } from '../metrics.js';
import type { App } from '../type-provider.js';

const unpack = { gzip: promisify(gunzip), deflate: promisify(inflate) };
const segmentCalls = ['track', 'identify', 'page', 'screen', 'alias', 'group', 'batch'] as const;
const jsonType = 'application/json; charset=utf-8';

const EventResult = Type.Object({
  id: Type.Union([Type.String(), Type.Null()]),
  outcome: Type.Enum(['stored', 'duplicate', 'deadLettered']),
  error: Type.Optional(
    Type.Object({
      code: Type.String(),
      path: Type.Optional(Type.String()),
      reason: Type.String(),
      step: Type.String(),
      dead_letter_id: Type.String(),
    }),
  ),
});

const Answer = Type.Object({
  results: Type.Array(EventResult, { description: 'One a sent event, in order' }),
  stored: Type.Integer(),
  duplicates: Type.Integer(),
  dead_lettered: Type.Integer(),
});

/**
 * The collector. These routes take the body as bytes and do little else: every microsecond here is
 * paid by each event.
 */
export function registerEventRoutes(
  app: App,
  deps: { readonly ingest: Ingest; readonly metrics: ServerMetrics },
): void {
  const { ingest, metrics } = deps;
  const { limits } = ingest;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  async function bytesOf(request: FastifyRequest): Promise<Buffer> {
    const { body } = request;
    if (!Buffer.isBuffer(body) || body.length === 0) throw emptyBody();
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') return body;
    return unpackBody(body, encoding, limits.maxBodyBytes);
  }

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    batch: IncomingBatch,
    door: 'http' | 'segment',
  ): Promise<string> {
    const startedMs = performance.now();
    const result = await ingest.submit(tenantOf(request).id, batch, door);
    metrics.countAnswer(result, (performance.now() - startedMs) / 1000);
    reply.header('content-type', jsonType);
    return JSON.stringify(result);
  }

  app.post(
    '/api/events',
    {
      config: { access: { permission: 'events:write', tenant: 'sender' } },
      bodyLimit: limits.maxBodyBytes,
      schema: {
        tags: ['collector'],
        summary: 'Send events',
        description:
          'CloudEvents 1.0: one event, an array of events, or one a line (application/x-ndjson); gzip is understood. Answered when everything is on disk. Sending the same again stores nothing twice.',
        consumes: [
          'application/json',
          'application/cloudevents+json',
          'application/cloudevents-batch+json',
          'application/x-ndjson',
        ],
        response: { 200: Answer },
      },
    },
    async (request, reply) => {
      const bytes = await bytesOf(request);
      const batch = parseJsonBody(bytes, request.headers['content-type'], limits);
      return answer(request, reply, batch, 'http');
    },
  );

  for (const call of segmentCalls) {
    app.post(
      `/v1/${call}`,
      {
        config: { access: { permission: 'events:write', tenant: 'sender' } },
        bodyLimit: limits.maxBodyBytes,
        schema: {
          tags: ['collector'],
          summary: `Segment's ${call} call`,
          description: 'The write key is an API key of ours, as user name of basic authentication.',
          response: { 200: Answer },
        },
      },
      async (request, reply) => {
        const bytes = await bytesOf(request);
        return answer(request, reply, parseSegmentBody(call, bytes, limits), 'segment');
      },
    );
  }
}

function emptyBody(): Problem {
  return new Problem({
    code: 'empty_body',
    kind: 'invalid',
    message: 'The request has no body',
    remedy: 'Send one event or an array of events as JSON.',
  });
}

/** Unpacks a compressed body, giving up as soon as it grows past the limit. */
export async function unpackBody(
  body: Buffer,
  encoding: string,
  maxBytes: number,
): Promise<Buffer> {
  const name = encoding.trim().toLowerCase();
  if (name !== 'gzip' && name !== 'deflate') {
    throw new Problem({
      code: 'unsupported_encoding',
      kind: 'unsupported',
      message: `The content encoding "${name.slice(0, 40)}" is not understood`,
      remedy: 'Use gzip, deflate or none.',
    });
  }
  try {
    return await unpack[name](body, { maxOutputLength: maxBytes });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') {
      throw new Problem({
        code: 'body_too_large',
        kind: 'too_large',
        message: `The body is larger than ${maxBytes} bytes when unpacked`,
        remedy: 'Send it in several requests.',
      });
    }
    throw new Problem({
      code: 'malformed_encoding',
      kind: 'invalid',
      message: `The body is not valid ${name}`,
      cause,
    });
  }
}
