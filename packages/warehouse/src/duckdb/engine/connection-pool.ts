import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Problem } from '@olympus/core';
import type { QueryOptions } from '../../warehouse.js';
import { queryTimeout } from '../faults.js';

interface Waiter {
  readonly grant: (connection: DuckDBConnection) => void;
  readonly refuse: (reason: unknown) => void;
}

/** Readers of one database. A DuckDB connection runs one query at a time, so each is lent to one. */
export interface ConnectionPool {
  /** Lends a connection to `use`; past the deadline or on abort its query is interrupted. */
  run<T>(use: (connection: DuckDBConnection) => Promise<T>, options?: QueryOptions): Promise<T>;
  close(): void;
}

/**
 * @param size queries that may run at once
 * @param maxWaiting queries that may wait; one more is refused at once with `warehouse_busy`
 */
export function createConnectionPool(
  instance: DuckDBInstance,
  { size, maxWaiting }: { size: number; maxWaiting: number },
): ConnectionPool {
  const idle: DuckDBConnection[] = [];
  const all: DuckDBConnection[] = [];
  const waiting: Waiter[] = [];
  let opened = 0;
  let closing = false;

  async function acquire(): Promise<DuckDBConnection> {
    if (closing) throw closed();
    const free = idle.pop();
    if (free !== undefined) return free;
    if (opened < size) {
      opened++;
      const connection = await instance.connect();
      all.push(connection);
      return connection;
    }
    if (waiting.length >= maxWaiting) {
      throw new Problem({
        code: 'warehouse_busy',
        kind: 'unavailable',
        message: `${maxWaiting} queries are waiting already`,
        remedy: 'Try again in a moment.',
        retryAfterSeconds: 1,
      });
    }
    return new Promise((grant, refuse) => waiting.push({ grant, refuse }));
  }

  function release(connection: DuckDBConnection): void {
    if (closing) {
      connection.closeSync();
      return;
    }
    const next = waiting.shift();
    if (next === undefined) idle.push(connection);
    else next.grant(connection);
  }

  return {
    async run(use, { deadlineMs, signal } = {}) {
      const startedMs = performance.now();
      const connection = await acquire();
      let stopped: 'timeout' | 'cancelled' | undefined;
      const stop = (why: 'timeout' | 'cancelled') => {
        stopped = why;
        connection.interrupt();
      };
      const onAbort = () => stop('cancelled');
      const leftMs =
        deadlineMs === undefined
          ? undefined
          : Math.max(0, deadlineMs - (performance.now() - startedMs));
      const timer = leftMs === undefined ? undefined : setTimeout(() => stop('timeout'), leftMs);
      try {
        if (signal?.aborted === true || leftMs === 0) {
          throw interrupted(signal?.aborted === true ? 'cancelled' : 'timeout', deadlineMs);
        }
        signal?.addEventListener('abort', onAbort, { once: true });
        return await use(connection);
      } catch (error) {
        throw stopped === undefined ? error : interrupted(stopped, deadlineMs);
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        release(connection);
      }
    },
    close() {
      for (const waiter of waiting.splice(0)) waiter.refuse(closed());
      closing = true;
      // closing a connection whose query is under way crashes the process: it closes when returned
      for (const connection of all.splice(0)) {
        if (idle.includes(connection)) connection.closeSync();
        else connection.interrupt();
      }
    },
  };
}

function closed(): Problem {
  return new Problem({
    code: 'warehouse_closed',
    kind: 'unavailable',
    message: 'The warehouse is closing',
  });
}

function interrupted(why: 'timeout' | 'cancelled', deadlineMs: number | undefined): Problem {
  return why === 'timeout'
    ? queryTimeout(deadlineMs)
    : new Problem({ code: 'query_cancelled', kind: 'timeout', message: 'The query was cancelled' });
}
