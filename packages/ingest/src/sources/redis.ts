import { randomUUID } from 'node:crypto';
import { type Logger, Problem, parseTenantId, type TenantId } from '@olympus/core';
import { Redis } from 'ioredis';
import type { Ingest } from '../ingest.js';
import { type IncomingBatch, parseJsonBody } from '../parse/body.js';

interface RedisSourceOptions {
  readonly url: string;
  readonly ingest: Ingest;
  readonly log: Logger;
  /** Tenant of messages that name none. */
  readonly defaultTenant?: TenantId;
  /** Name of this process within the consumer group. */
  readonly consumer: string;
}

export interface RedisSource {
  readonly connected: boolean;
  close(): Promise<void>;
}

const channelPattern = 'events.*';
const streamPattern = 'events.*';
const group = 'olympus';
const readCount = 500;
const blockMs = 1000;
/** A message another consumer took and did not finish within this time is taken over. */
const staleMs = 60_000;

/**
 * Takes events from Redis: channels `events.<type>` (at most once, as pub/sub is) and streams of
 * the same names through the consumer group `olympus`, where a message is acknowledged to Redis
 * only after its commit. The text is the event's data, or a whole envelope. `tenant_id` in the
 * text or, on streams, as a field beside `data` names the tenant.
 */
export async function startRedisSource(options: RedisSourceOptions): Promise<RedisSource> {
  const { url, log } = options;
  const settings = { lazyConnect: true, maxRetriesPerRequest: null, enableReadyCheck: true };
  const subscriber = new Redis(url, settings);
  const reader = new Redis(url, settings);
  const commands = new Redis(url, settings);
  const connections = [subscriber, reader, commands];
  for (const connection of connections) {
    connection.on('error', (error: unknown) => log.warn({ err: error }, 'redis is in trouble'));
  }
  const stop = new AbortController();
  const pending = new Set<Promise<unknown>>();
  const track = (work: Promise<unknown>) => {
    pending.add(work);
    work.finally(() => pending.delete(work)).catch(() => {});
  };

  subscriber.on('pmessage', (_pattern: string, channel: string, text: string) => {
    track(
      deliver(options, [{ name: channel, id: randomUUID(), text }]).catch((error: unknown) => {
        log.error({ channel, err: error }, 'a message from redis was lost');
      }),
    );
  });
  try {
    await Promise.all(connections.map((connection) => connection.connect()));
    await subscriber.psubscribe(channelPattern);
  } catch (error) {
    // otherwise they would go on trying for as long as the process lives
    for (const connection of connections) connection.disconnect();
    throw error;
  }
  track(readStreams(options, reader, commands, stop.signal));

  return {
    get connected() {
      return subscriber.status === 'ready' && reader.status === 'ready';
    },
    async close() {
      stop.abort();
      reader.disconnect();
      await Promise.allSettled([...pending]);
      subscriber.disconnect();
      commands.disconnect();
    },
  };
}

interface Message {
  /** Channel or stream: `events.<type>`. */
  readonly name: string;
  readonly id: string;
  readonly text: string;
  readonly tenant?: string;
}

type StreamEntry = [id: string, fields: string[] | null];

async function readStreams(
  options: RedisSourceOptions,
  reader: Redis,
  commands: Redis,
  signal: AbortSignal,
): Promise<void> {
  const { log, consumer } = options;
  const known = new Set<string>();
  let lastLookMs = 0;
  while (!signal.aborted) {
    try {
      if (Date.now() - lastLookMs > 2000) {
        lastLookMs = Date.now();
        for (const stream of await findStreams(commands)) {
          if (known.has(stream)) continue;
          await createGroup(commands, stream);
          known.add(stream);
        }
        for (const stream of known) await takeOverStale(options, commands, stream);
      }
      if (known.size === 0) {
        await sleep(250, signal);
        continue;
      }
      const streams = [...known];
      const found = (await reader.xreadgroup(
        'GROUP',
        group,
        consumer,
        'COUNT',
        readCount,
        'BLOCK',
        blockMs,
        'STREAMS',
        ...streams,
        ...streams.map(() => '>'),
      )) as [string, StreamEntry[]][] | null;
      for (const [stream, entries] of found ?? []) {
        await store(options, commands, stream, entries);
      }
    } catch (error) {
      if (signal.aborted) return;
      known.clear();
      log.warn({ err: error }, 'reading streams from redis failed; trying again');
      await sleep(1000, signal);
    }
  }
}

async function findStreams(commands: Redis): Promise<string[]> {
  const streams: string[] = [];
  let cursor = '0';
  do {
    const [next, keys] = await commands.scan(
      cursor,
      'MATCH',
      streamPattern,
      'COUNT',
      1000,
      'TYPE',
      'stream',
    );
    streams.push(...keys);
    cursor = next;
  } while (cursor !== '0');
  return streams;
}

async function createGroup(commands: Redis, stream: string): Promise<void> {
  try {
    await commands.xgroup('CREATE', stream, group, '0', 'MKSTREAM');
  } catch (error) {
    if (!String(error).includes('BUSYGROUP')) throw error;
  }
}

/** Messages that a consumer took before it died. */
async function takeOverStale(
  options: RedisSourceOptions,
  commands: Redis,
  stream: string,
): Promise<void> {
  const [, entries] = (await commands.xautoclaim(
    stream,
    group,
    options.consumer,
    staleMs,
    '0',
    'COUNT',
    readCount,
  )) as [string, StreamEntry[]];
  await store(options, commands, stream, entries);
}

async function store(
  options: RedisSourceOptions,
  commands: Redis,
  stream: string,
  entries: readonly StreamEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const messages = entries.flatMap(([id, fields]) => {
    if (fields === null) return [];
    const values = new Map<string, string>();
    for (let i = 0; i + 1 < fields.length; i += 2) values.set(fields[i] ?? '', fields[i + 1] ?? '');
    const tenant = values.get('tenant_id');
    return {
      name: stream,
      id: `${stream}/${id}`,
      text: values.get('data') ?? values.get('event') ?? JSON.stringify(Object.fromEntries(values)),
      ...(tenant === undefined ? {} : { tenant }),
    };
  });
  await deliver(options, messages);
  await commands.xack(stream, group, ...entries.map(([id]) => id));
}

async function deliver(
  { ingest, log, defaultTenant }: RedisSourceOptions,
  messages: readonly Message[],
): Promise<void> {
  const byTenant = new Map<TenantId, Received[]>();
  for (const message of messages) {
    const event = await toEvent(message);
    const tenant = parseTenantId(message.tenant ?? event.tenant) ?? defaultTenant;
    if (tenant === undefined) {
      log.warn({ name: message.name, id: message.id }, 'a message from redis names no tenant');
      continue;
    }
    const list = byTenant.get(tenant) ?? [];
    list.push(event);
    byTenant.set(tenant, list);
  }
  for (const [tenant, list] of byTenant) {
    try {
      await ingest.submit(
        tenant,
        {
          events: list.map(({ event }) => event),
          rawOf: (index) => list[index]?.raw ?? '',
          faultOf: (index) => list[index]?.fault,
        },
        'redis',
      );
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'not_found') throw error;
      log.warn({ tenant }, 'a message from redis names a tenant that does not exist');
    }
  }
}

interface Received {
  readonly event: unknown;
  readonly raw: string;
  readonly fault?: ReturnType<IncomingBatch['faultOf']>;
  readonly tenant?: unknown;
}

/** The envelope as sent, or one around bare data. */
async function toEvent(message: Message): Promise<Received> {
  const type = message.name.slice('events.'.length);
  let batch: IncomingBatch;
  try {
    batch = await parseJsonBody(Buffer.from(message.text), 'application/cloudevents+json');
  } catch {
    // kept as it is: the collector refuses it and the dead letter shows it
    return { event: message.text, raw: message.text };
  }
  // one that is too large was not parsed
  const { tenant_id: tenant, ...rest } = (batch.events[0] ?? {}) as Record<string, unknown>;
  const isEnvelope = typeof rest.type === 'string' && typeof rest.data === 'object';
  const event = isEnvelope
    ? { source: 'redis', ...rest }
    : { specversion: '1.0', id: message.id, source: 'redis', type, data: rest };
  const raw = batch.events[0] === undefined ? batch.rawOf(0) : JSON.stringify(event);
  return { event, raw, fault: batch.faultOf(0), tenant };
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
