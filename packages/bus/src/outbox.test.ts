import { silentLogger } from '@olympus/core';
import { describe, expect, it, vi } from 'vitest';
import { type Envelope, parseEnvelope, printEnvelope } from './envelope.js';
import type { Message } from './local-bus.js';
import { createOutbox } from './outbox.js';

const message = (payload: number): Message => ({ topic: 'counted', tenant: undefined, payload });

/** A connection that can be cut, and what came through it. */
function createWire() {
  const wire = {
    up: true,
    arrived: [] as Envelope[],
    async send(lot: readonly Envelope[]) {
      await Promise.resolve();
      if (!wire.up) throw new Error('away');
      wire.arrived.push(...lot);
    },
    told: () =>
      wire.arrived.map((envelope) => ('lost' in envelope ? 'lost' : envelope.message.payload)),
  };
  return wire;
}

const open = (maxWaiting = 1000) => {
  const wire = createWire();
  return {
    wire,
    outbox: createOutbox({ from: 'a', send: wire.send, maxWaiting, log: silentLogger }),
  };
};

describe('messages on their way', () => {
  it('arrive in order, however they come', async () => {
    const { wire, outbox } = open();
    for (let i = 0; i < 700; i++) outbox.add(message(i));
    await vi.waitFor(() => expect(wire.arrived).toHaveLength(700));
    outbox.add(message(700));
    await vi.waitFor(() => expect(wire.arrived).toHaveLength(701));
    expect(wire.told()).toEqual(Array.from({ length: 701 }, (_, i) => i));
  });

  it('wait while there is no connection', async () => {
    const { wire, outbox } = open();
    wire.up = false;
    for (const i of [1, 2, 3]) outbox.add(message(i));
    await Promise.resolve();
    wire.up = true;
    outbox.flush();
    await vi.waitFor(() => expect(wire.told()).toEqual([1, 2, 3]));
  });

  it('are dropped together when too many wait, and the others are told', async () => {
    const { wire, outbox } = open(3);
    wire.up = false;
    for (const i of [1, 2, 3, 4, 5]) outbox.add(message(i));
    await vi.waitFor(() => expect(wire.arrived).toEqual([]));
    wire.up = true;
    outbox.flush();
    await vi.waitFor(() => expect(wire.told()).toEqual(['lost', 5]));
    const numbers = wire.arrived.map(({ number }) => number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  it('are given up when it closes', async () => {
    const { wire, outbox } = open();
    outbox.add(message(1));
    await outbox.close();
    outbox.add(message(2));
    expect(wire.told()).toEqual([1]);
  });
});

describe('envelopes', () => {
  it('are read as they were written', () => {
    const some: Envelope[] = [
      { from: 'a', number: 1, lost: true },
      {
        from: 'a',
        number: 2,
        message: { topic: 't', tenant: undefined, payload: { n: [1, null] } },
      },
    ];
    for (const envelope of some) expect(parseEnvelope(printEnvelope(envelope))).toEqual(envelope);
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"from":"a","number":1}',
    '{"from":"a","number":1,"message":{"topic":"t","tenant":"../x"}}',
  ])('are not %j', (text) => expect(parseEnvelope(text)).toBeUndefined());
});
