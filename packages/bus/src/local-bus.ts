import type { Logger } from '@olympus/core';
import type { Bus, Listener, MessageTenant } from './bus.js';

/** A message as it travels. */
export interface Message {
  readonly topic: string;
  readonly tenant: MessageTenant;
  readonly payload: unknown;
}

export interface LocalBus extends Bus {
  /** Calls this process's listeners. */
  deliver(message: Message): void;
  resync(): void;
}

type Subscription = { readonly tenant: MessageTenant | 'all'; readonly listener: Listener<never> };

/** The bus within one process. @param forward  hears of each message published here, in order */
export function createLocalBus(log: Logger, forward?: (message: Message) => void): LocalBus {
  const subscriptions = new Map<string, Set<Subscription>>();
  const resyncs = new Set<() => void>();
  const waiting: Message[] = [];
  let delivering = false;

  function tell(message: Message): void {
    const { topic, tenant, payload } = message;
    for (const subscription of [...(subscriptions.get(topic) ?? [])]) {
      if (subscription.tenant !== 'all' && subscription.tenant !== tenant) continue;
      if (!subscriptions.get(topic)?.has(subscription)) continue;
      const failed = (error: unknown) =>
        log.error({ err: error, topic }, 'a listener of the bus failed');
      try {
        // a topic's name stands for its payload's type
        const listener = subscription.listener as Listener<unknown>;
        void Promise.resolve(listener(payload, tenant)).catch(failed);
      } catch (error) {
        failed(error);
      }
    }
  }

  function deliver(message: Message): void {
    waiting.push(message);
    if (delivering) return;
    delivering = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) tell(next);
    delivering = false;
  }

  return {
    deliver,
    publish(topic, tenant, payload) {
      const message = { topic: topic.name, tenant, payload };
      forward?.(message);
      deliver(message);
    },
    subscribe(topic, of, listener) {
      const subscription: Subscription = { tenant: of, listener };
      const others = subscriptions.get(topic.name) ?? new Set();
      subscriptions.set(topic.name, others.add(subscription));
      return () => {
        others.delete(subscription);
        if (others.size === 0 && subscriptions.get(topic.name) === others) {
          subscriptions.delete(topic.name);
        }
      };
    },
    onResync(listener) {
      const own = () => listener();
      resyncs.add(own);
      return () => resyncs.delete(own);
    },
    resync() {
      for (const listener of [...resyncs]) {
        try {
          listener();
        } catch (error) {
          log.error({ err: error }, 'a listener of the bus failed to resync');
        }
      }
    },
    async close() {
      subscriptions.clear();
      resyncs.clear();
    },
  };
}
