import type { DuckDBConnection } from '@duckdb/node-api';
import type { Logger } from '@olympus/core';
import { type EntityLedger, ledgers } from '@olympus/semantic';
import { currentLayout, type Layout } from '../packed/layout.js';
import { type PackedRows, unpackBatch } from '../packed/unpack.js';
import { loadRows } from './load-rows.js';

/** A commit as the journal holds it. */
export interface PackedCommit {
  readonly commitId: number;
  readonly payload: ArrayBuffer;
}

/** Writes commits into the tables, many in one transaction, each exactly once. */
interface Loader {
  readonly lastCommit: number;
  take(commits: readonly PackedCommit[], layout?: Layout): void;
  /** @returns the last commit that is in the tables */
  load(): Promise<number>;
}

interface Taken {
  readonly commitId: number;
  readonly parts: readonly PackedRows[];
}

export async function createLoader(deps: {
  readonly log: Logger;
  readonly connection: () => DuckDBConnection;
  readonly reopen: () => Promise<void>;
}): Promise<Loader> {
  const { log, connection, reopen } = deps;
  let taken: Taken[] = [];
  let lastCommit = await fetchPosition(connection());
  let mustReopen = false;

  async function write(commits: readonly Taken[]): Promise<void> {
    const writer = connection();
    await writer.run('BEGIN');
    for (const ledger of ledgers) {
      const parts = commits.flatMap((commit) =>
        commit.parts.filter((part) => part.ledger === ledger.name),
      );
      if (parts.length === 0) continue;
      if (ledger.kind === 'facts') await loadRows(writer, ledger.name, ledger, parts);
      else await replaceRows(writer, ledger, parts);
    }
    const takesBack = commits.some(({ parts }) => parts.some(isRetraction));
    if (takesBack) await takeBack(writer, lastCommit);
    const position = commits.at(-1)?.commitId ?? lastCommit;
    await writer.run(`UPDATE journal_position SET commit_id = ${position}`);
    await writer.run('COMMIT');
    lastCommit = position;
  }

  return {
    get lastCommit() {
      return lastCommit;
    },
    take(commits, layout = currentLayout) {
      for (const { commitId, payload } of commits) {
        taken.push({ commitId, parts: unpackBatch(payload, layout) });
      }
    },
    async load() {
      if (mustReopen) {
        await reopen();
        // what failed may have been written all the same
        lastCommit = await fetchPosition(connection());
        mustReopen = false;
      }
      taken = taken.filter(({ commitId }) => commitId > lastCommit);
      if (taken.length === 0) return lastCommit;
      const commits = taken;
      try {
        await write(commits);
      } catch (error) {
        log.error({ err: error, commits: commits.length }, 'commits could not be loaded');
        mustReopen = true;
        await connection()
          .run('ROLLBACK')
          .catch(() => {});
        throw error;
      }
      taken = taken.slice(commits.length);
      return lastCommit;
    },
  };
}

const isRetraction = ({ ledger }: PackedRows): boolean => ledger === 'retractions';

/**
 * Rows of retracted events leave the tables, in the transaction that brings the retraction: distinct
 * counts, firsts and levels cannot be corrected by rows of the opposite sign. Rows that came with
 * the retraction or after it stay.
 */
async function takeBack(connection: DuckDBConnection, afterCommit: number): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE taken_back AS
     SELECT tenant_id, event_id, scope, max(commit_id) AS commit_id FROM retractions
     WHERE commit_id > ${afterCommit} GROUP BY ALL`,
  );
  for (const { kind, name } of ledgers) {
    if (name === 'retractions' || name === 'dead_letters') continue;
    if (kind === 'records') {
      await connection.run(`DELETE FROM "${name}" WHERE version_at IS NULL`);
      continue;
    }
    const scope = name === 'sales' ? '' : `r.scope = 'event' AND `;
    await connection.run(
      `DELETE FROM "${name}" AS f USING taken_back AS r
       WHERE ${scope}f.tenant_id = r.tenant_id AND f.event_id = r.event_id AND f.commit_id < r.commit_id`,
    );
  }
  await connection.run('DROP TABLE taken_back');
}

async function fetchPosition(connection: DuckDBConnection): Promise<number> {
  const reader = await connection.runAndReadAll('SELECT commit_id FROM journal_position');
  return Number(reader.getRows()[0]?.[0] ?? 0);
}

/** Of each entity there is one record: the newest of the new rows takes the place of the old. */
async function replaceRows(
  connection: DuckDBConnection,
  ledger: EntityLedger,
  parts: readonly PackedRows[],
): Promise<void> {
  const { name, keyColumn } = ledger;
  const incoming = `incoming_${name}`;
  await connection.run(`CREATE OR REPLACE TEMP TABLE "${incoming}" AS FROM "${name}" LIMIT 0`);
  await loadRows(connection, incoming, ledger, parts);
  await connection.run(
    `DELETE FROM "${name}" AS old USING "${incoming}" AS new
     WHERE old.tenant_id = new.tenant_id AND old."${keyColumn}" = new."${keyColumn}"`,
  );
  await connection.run(
    `INSERT INTO "${name}" FROM "${incoming}"
     QUALIFY row_number() OVER (PARTITION BY tenant_id, "${keyColumn}" ORDER BY rowid DESC) = 1`,
  );
  await connection.run(`DROP TABLE "${incoming}"`);
}
