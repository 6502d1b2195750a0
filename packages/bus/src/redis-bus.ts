import { randomUUID } from 'node:crypto';
import { type Logger, Problem } from '@olympus/core';
import { Redis } from 'ioredis';
import type { Bus } from './bus.js';
import { type Envelope, parseEnvelope, printEnvelope } from './envelope.js';
import { createLocalBus } from './local-bus.js';
import { createOutbox } from './outbox.js';

export interface RedisBusOptions {
  readonly url: string;
  readonly log: Logger;
  /** Installations that share a Redis must not share this. `olympus:bus` by default. */
  readonly channel?: string;
  /** Messages kept while Redis is away; beyond it the others are told to resync. 10,000 by default. */
  readonly maxWaiting?: number;
}

/** A connection that is silent without being closed is noticed within twice this. */
const heartbeatMs = 15_000;

/**
 * The bus between processes, through one Redis channel. Listeners in this process are called at
 * once, whether or not Redis answers. Another process gets each message once and in order; when
 * either's connection broke in between, or too much waited, its `onResync` listeners are called.
 * @throws Problem redis_unavailable when there is no connection at the start
 */
export async function connectRedisBus(options: RedisBusOptions): Promise<Bus> {
  const { log, channel = 'olympus:bus', maxWaiting = 10_000 } = options;
  const [publisher, subscriber] = await connect(options.url, log);
  const self = randomUUID();
  const outbox = createOutbox({ from: self, send, maxWaiting, log });
  const local = createLocalBus(log, outbox.add);
  const lastNumbers = new Map<string, number>();

  async function send(lot: readonly Envelope[]): Promise<void> {
    if (publisher.status !== 'ready') throw new Error(`redis is ${publisher.status}`);
    const pipeline = publisher.pipeline();
    for (const envelope of lot) pipeline.publish(channel, printEnvelope(envelope));
    const answers = (await pipeline.exec()) ?? [];
    const refused = answers.find(([error]) => error !== null);
    if (refused !== undefined) throw refused[0];
  }

  subscriber.on('message', (_channel: string, text: string) => {
    const envelope = parseEnvelope(text);
    if (envelope === undefined || envelope.from === self) return;
    const { from, number } = envelope;
    if (number <= (lastNumbers.get(from) ?? 0)) return;
    lastNumbers.set(from, number);
    if ('lost' in envelope) local.resync();
    else local.deliver(envelope.message);
  });
  async function listen(): Promise<void> {
    await subscriber.subscribe(channel);
  }
  async function listenAgain(): Promise<void> {
    try {
      await listen();
      log.info({}, 'the bus is connected to redis again');
      local.resync();
    } catch (error) {
      // the connection broke again: the next one tries again
      log.debug({ err: error }, 'the bus could not listen to redis');
    }
  }
  await listen();
  subscriber.on('ready', () => void listenAgain());
  publisher.on('ready', outbox.flush);
  const heartbeat = setInterval(() => {
    for (const connection of [publisher, subscriber]) void checkAlive(connection);
  }, heartbeatMs).unref();

  return {
    publish: local.publish,
    subscribe: local.subscribe,
    onResync: local.onResync,
    async close() {
      clearInterval(heartbeat);
      await outbox.close();
      publisher.disconnect();
      subscriber.disconnect();
      await local.close();
    },
  };
}

async function connect(url: string, log: Logger): Promise<[Redis, Redis]> {
  const settings = {
    lazyConnect: true,
    // what cannot be sent now is kept by the outbox, in its order
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    commandTimeout: heartbeatMs,
    retryStrategy: (attempt: number) => Math.min(attempt * 100, 3000),
  };
  const connections: [Redis, Redis] = [new Redis(url, settings), new Redis(url, settings)];
  for (const connection of connections) {
    connection.on('error', (error: unknown) => log.warn({ err: error }, 'redis is in trouble'));
  }
  try {
    await Promise.all(connections.map((connection) => connection.connect()));
    return connections;
  } catch (cause) {
    for (const connection of connections) connection.disconnect();
    throw new Problem({
      code: 'redis_unavailable',
      kind: 'unavailable',
      message: 'Redis does not answer at the address in REDIS_URL',
      remedy: 'Start it, correct the address, or leave the setting out.',
      at: 'REDIS_URL',
      cause,
    });
  }
}

async function checkAlive(connection: Redis): Promise<void> {
  if (connection.status !== 'ready') return;
  try {
    await connection.ping();
  } catch {
    connection.disconnect(true);
  }
}
