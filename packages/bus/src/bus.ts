import type { TenantId } from '@olympus/core';
import type { Topic } from './topic.js';

/** Whom a message concerns; undefined for the whole installation. */
export type MessageTenant = TenantId | undefined;

export type Listener<T> = (payload: T, tenant: MessageTenant) => void | Promise<void>;

/**
 * Messages between rooms that do not know each other. They are hints and no record: each listener
 * that is there gets each message once, in the order of publishing; what is published while nobody
 * listens is gone. Between processes a message may be lost when Redis is away: then `onResync`
 * says so.
 */
export interface Bus {
  /**
   * Returns when this process's listeners have been called. A listener that publishes in turn is
   * heard after the message at hand has reached everybody.
   */
  publish<T>(topic: Topic<T>, tenant: MessageTenant, payload: T): void;
  /**
   * @param of  a tenant, or `'all'` for every message of the topic
   * @returns stops listening
   */
  subscribe<T>(topic: Topic<T>, of: TenantId | 'all', listener: Listener<T>): () => void;
  /**
   * Calls when messages of other processes may have been missed: drop what was cached.
   * @returns stops listening
   */
  onResync(listener: () => void): () => void;
  close(): Promise<void>;
}
