import type { BodyBytes, Handlers, Meter } from '@olympus/contract';
import { Problem, type TenantId } from '@olympus/core';
import type { Ingest } from '../ingest.js';
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
    'events.send': async ({ tenant, bytes }) =>
      submit(tenant, await parseJsonBody(await unpacked(bytes), bytes.mediaType, limits), 'http'),
    'segment.track': segment('track'),
    'segment.identify': segment('identify'),
    'segment.page': segment('page'),
    'segment.screen': segment('screen'),
    'segment.alias': segment('alias'),
    'segment.group': segment('group'),
    'segment.batch': segment('batch'),
  };
}

function emptyBody(): Problem {
  return new Problem({
    code: 'empty_body',
    kind: 'invalid',
    message: 'The request has no body',
    remedy: 'Send one event or an array of events as JSON.',
  });
}
