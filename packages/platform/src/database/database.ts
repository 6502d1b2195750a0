import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy';
import type { Engine, Execute } from './engine.js';
import { translateFault } from './faults.js';

export type Queries = PgRemoteDatabase<Record<string, never>>;

/** Typed queries on an engine. All faults leave as Problems or DatabaseErrors, without parameters. */
export interface Database {
  readonly kind: Engine['kind'];
  /** One statement, or several that need no transaction. */
  run<T>(work: (queries: Queries) => PromiseLike<T>): Promise<T>;
  /** Several statements as one; `work` uses only the queries it is given. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** A transaction of plain SQL. */
  script<T>(work: (execute: Execute) => Promise<T>): Promise<T>;
  /** Plain SQL, for statements that the query builder cannot say. */
  execute: Execute;
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export function createDatabase(engine: Engine): Database {
  const queries = queriesOn(engine.execute);
  let closing: Promise<void> | undefined;
  return {
    kind: engine.kind,
    run: (work) => translated(async () => await work(queries)),
    transaction: (work) =>
      translated(() => engine.transaction((execute) => work(queriesOn(execute)))),
    script: (work) => translated(() => engine.transaction(work)),
    execute: (sql, params) => translated(() => engine.execute(sql, params)),
    dump: () => translated(() => engine.dump()),
    close: () => {
      closing ??= engine.close();
      return closing;
    },
  };
}

function queriesOn(execute: Execute): Queries {
  return drizzle(async (sql, params) => {
    // inside a transaction a Problem must survive Drizzle's wrapping, so faults translate here too
    return { rows: [...(await translated(() => execute(sql, params)))] };
  });
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translateFault(error);
  }
}
