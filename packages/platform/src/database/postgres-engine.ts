import { type Logger, Problem } from '@olympus/core';
import postgres from 'postgres';
import type { Engine, Execute } from './engine.js';
import { valueParsers } from './parse-values.js';

/** A PostgreSQL server (15 or newer) as an engine, with a pool of ten connections. */
export function createPostgresEngine(databaseUrl: string, log: Logger): Engine {
  const sql = postgres(databaseUrl, {
    max: 10,
    connect_timeout: 10,
    idle_timeout: 300,
    fetch_types: false,
    connection: { application_name: 'olympus', TimeZone: 'UTC', DateStyle: 'ISO' },
    types: Object.fromEntries(Object.entries(valueParsers).map(textType)),
    onnotice: (notice) => log.debug({ notice: notice.message }, 'notice from the control store'),
  });
  const executeOn =
    (session: postgres.Sql | postgres.TransactionSql): Execute =>
    async (text, params = []) => {
      const rows = await session
        .unsafe(text, [...params] as postgres.ParameterOrJSON<never>[], { prepare: true })
        .values();
      return [...rows];
    };
  return {
    kind: 'postgres',
    execute: executeOn(sql),
    transaction: async <T>(work: (execute: Execute) => Promise<T>): Promise<T> => {
      let value: { readonly of: T } | undefined;
      await sql.begin(async (session) => {
        value = { of: await work(executeOn(session)) };
      });
      if (value === undefined) throw new Error('the transaction ended without its work');
      return value.of;
    },
    dump: async () => {
      throw dumpNotOffered();
    },
    close: () => sql.end({ timeout: 5 }),
  };
}

export function dumpNotOffered(): Problem {
  return new Problem({
    code: 'dump_not_offered',
    kind: 'unsupported',
    message: 'A control store on a PostgreSQL server is not dumped from here.',
    remedy: 'Use pg_dump and pg_restore with the DATABASE_URL of this installation.',
  });
}

/** Parameters go out as the text they are; Drizzle has already turned them into it. */
function textType([oid, parse]: [string, (text: string) => unknown]): [
  string,
  postgres.PostgresType,
] {
  return [`oid_${oid}`, { to: Number(oid), from: [Number(oid)], parse, serialize: String }];
}
