import { silentLogger, tenantId } from '@olympus/core';
import { describe, expect, it, vi } from 'vitest';
import { createLocalBus } from './local-bus.js';
import { defineTopic } from './topic.js';
import { ledgersChanged, tenantChanged } from './topics.js';

const one = tenantId('one');
const two = tenantId('two');
const counted = defineTopic<number>('counted');

describe('the bus of a process', () => {
  it('tells each listener what concerns it, before publishing returns', () => {
    const bus = createLocalBus(silentLogger);
    const heard: unknown[] = [];
    bus.subscribe(ledgersChanged, one, ({ ledgers }, tenant) => void heard.push([ledgers, tenant]));
    bus.subscribe(ledgersChanged, 'all', (_payload, tenant) => void heard.push(['all', tenant]));
    bus.subscribe(tenantChanged, one, () => void heard.push('another topic'));
    bus.publish(ledgersChanged, one, { ledgers: ['sales'], version: 1, events: 2 });
    bus.publish(ledgersChanged, two, { ledgers: ['sales'], version: 1, events: 2 });
    expect(heard).toEqual([
      [['sales'], one],
      ['all', one],
      ['all', two],
    ]);
    bus.publish(tenantChanged, undefined, { what: 'settings' });
    expect(heard).toHaveLength(3);
  });

  it('logs a listener that fails, at once or later, and tells the others', async () => {
    const error = vi.fn();
    const bus = createLocalBus({ ...silentLogger, error });
    const heard: number[] = [];
    bus.subscribe(counted, 'all', () => {
      throw new Error('at once');
    });
    bus.subscribe(counted, 'all', async () => {
      throw new Error('later');
    });
    bus.subscribe(counted, 'all', (n) => void heard.push(n));
    bus.onResync(() => {
      throw new Error('resync');
    });
    bus.onResync(() => void heard.push(-1));
    bus.publish(counted, one, 1);
    bus.publish(counted, one, 2);
    bus.resync();
    expect(heard).toEqual([1, 2, -1]);
    await vi.waitFor(() => expect(error).toHaveBeenCalledTimes(5));
  });

  it('keeps the order when listeners publish', () => {
    const bus = createLocalBus(silentLogger);
    const heard: string[] = [];
    bus.subscribe(counted, 'all', (n) => {
      heard.push(`a${n}`);
      if (n < 3) bus.publish(counted, one, n + 1);
    });
    bus.subscribe(counted, 'all', (n) => void heard.push(`b${n}`));
    bus.publish(counted, one, 1);
    expect(heard).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
  });

  it('tells nothing to those who stopped listening, even while it is told', () => {
    const bus = createLocalBus(silentLogger);
    const heard: string[] = [];
    const stopping: (() => void)[] = [];
    bus.subscribe(counted, 'all', () => {
      heard.push('first');
      for (const stop of stopping) stop();
    });
    stopping.push(bus.subscribe(counted, 'all', () => void heard.push('second')));
    stopping.push(bus.onResync(() => void heard.push('resync')));
    bus.publish(counted, one, 1);
    bus.publish(counted, one, 2);
    bus.resync();
    expect(heard).toEqual(['first', 'first']);
    const again = (): void => void heard.push('twice');
    const stopOne = bus.subscribe(counted, 'all', again);
    bus.subscribe(counted, 'all', again);
    stopOne();
    stopOne();
    bus.publish(counted, one, 3);
    expect(heard.filter((name) => name === 'twice')).toHaveLength(1);
  });

  it('knows topics by proper names only', () => {
    expect(() => defineTopic('Not A Name')).toThrow('no name of a topic');
  });
});
