import type { BodyBytes, Handlers, Meter } from '@olympus/contract';
import { Problem, type TenantId } from '@olympus/core';
import type { Ingest } from '../ingest.js';
import { isBinaryMode, toStructured } from '../parse/binary-mode.js';
import { type IncomingBatch, parseJsonBody } from '../parse/body.js';
import { parseSegmentBody, type SegmentCall } from '../parse/segment.js';
import type { IngestAnswer } from '../pipeline/answer.js';
import type { eventOperations } from './events.contract.js';
import { unpackBody } from './unpack.js';

/**
 * The collector. Its handlers take the body as bytes and do little else: every microsecond here is
 * paid by each event.
 */
export function eventHandlers(ingest: Ingest, meter: Meter): Handlers<typeof eventOperations> {
  const { limits } = ingest;
  const totals = { stored: 0, duplicate: 0, dead_lettered: 0 };
  meter.totals(
    'ingest_events_total',
    'Events answered by the collector, by outcome',
    'outcome',
    () => totals,
  );
  const acknowledged = meter.histogram(
    'ingest_request_seconds',
    'Time from a request’s body to its acknowledgement',
  );

  async function unpacked({ content, encoding }: BodyBytes): Promise<Buffer> {
    if (content.length === 0) throw emptyBody();
    if (encoding === undefined || encoding === 'identity') return content;
    return unpackBody(content, encoding, limits.maxBodyBytes);
  }

  async function received(bytes: BodyBytes): Promise<IncomingBatch> {
    if (!isBinaryMode(bytes)) {
      return parseJsonBody(await unpacked(bytes), bytes.mediaType, limits);
    }
    const data = bytes.content.length === 0 ? bytes.content : await unpacked(bytes);
    return parseJsonBody(toStructured(data, bytes), 'application/cloudevents+json', limits);
  }

  async function submit(
    tenant: TenantId,
    batch: IncomingBatch,
    door: 'http' | 'segment',
  ): Promise<IngestAnswer> {
    const startedMs = performance.now();
    const answer = await ingest.submit(tenant, batch, door);
    totals.stored += answer.stored;
    totals.duplicate += answer.duplicates;
    totals.dead_lettered += answer.dead_lettered;
    acknowledged((performance.now() - startedMs) / 1000);
    return answer;
  }

  const segment =
    (name: SegmentCall) => async (call: { readonly tenant: TenantId; readonly bytes: BodyBytes }) =>
      submit(
        call.tenant,
        await parseSegmentBody(name, await unpacked(call.bytes), limits),
        'segment',
      );

  return {
    'events.send': async ({ tenant, bytes }) => {
      const batch = await received(bytes);
      if (batch.events.length > 0 && !batch.events.some(isLikeAnEvent)) throw noEvent();
      return submit(tenant, batch, 'http');
    },
    'segment.track': segment('track'),
    'segment.identify': segment('identify'),
    'segment.page': segment('page'),
    'segment.screen': segment('screen'),
    'segment.alias': segment('alias'),
    'segment.group': segment('group'),
    'segment.batch': segment('batch'),
  };
}

/** What was not parsed, for its size, may well be one. */
const isLikeAnEvent = (event: unknown): boolean =>
  event === undefined ||
  (typeof event === 'object' &&
    event !== null &&
    ('id' in event || 'type' in event || 'specversion' in event));

function noEvent(): Problem {
  return new Problem({
    code: 'not_an_event',
    kind: 'invalid',
    message: 'The body holds no event: none with an id or a type',
    remedy: 'Send CloudEvents: {"id": …, "type": "order.created", "data": {…}}; see /docs.',
  });
}

function emptyBody(): Problem {
  return new Problem({
    code: 'empty_body',
    kind: 'invalid',
    message: 'The request has no body',
    remedy: 'Send one event or an array of events as JSON.',
  });
}
