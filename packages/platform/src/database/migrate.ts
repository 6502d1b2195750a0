import { readFile } from 'node:fs/promises';
import { Problem } from '@olympus/core';
import type { Database } from './database.js';

const folder = new URL('../../migrations/', import.meta.url);

/** Any constant will do, as long as every Olympus takes the same one. */
const advisoryLock = 7_265_001;

interface Journal {
  readonly entries: readonly { readonly idx: number; readonly tag: string }[];
}

/**
 * Brings the schema up to date: the migrations of `migrations/meta/_journal.json` that the store
 * has not seen, in order, all in one transaction under an advisory lock. Running it again, or from
 * two processes at once, changes nothing more.
 * @returns names of the migrations applied now
 */
export async function migrate(database: Database): Promise<readonly string[]> {
  const journal: Journal = JSON.parse(
    await readFile(new URL('meta/_journal.json', folder), 'utf8'),
  );
  return await database.script(async (execute) => {
    await execute(`select pg_advisory_xact_lock(${advisoryLock})`);
    await execute(
      `create table if not exists applied_migrations (
         name text primary key, applied_at timestamptz not null default now())`,
    );
    const rows = await execute('select name from applied_migrations');
    const seen = new Set(rows.map(([name]) => String(name)));
    refuseNewerStore(seen, journal);
    const applied: string[] = [];
    for (const { tag } of journal.entries) {
      if (seen.has(tag)) continue;
      const script = await readFile(new URL(`${tag}.sql`, folder), 'utf8');
      for (const statement of script.split('--> statement-breakpoint')) {
        if (statement.trim() !== '') await execute(statement);
      }
      await execute('insert into applied_migrations (name) values ($1)', [tag]);
      applied.push(tag);
    }
    return applied;
  });
}

/** An older Olympus on a newer store would read wrongly what it does not know. */
function refuseNewerStore(seen: ReadonlySet<string>, journal: Journal): void {
  const known = new Set(journal.entries.map((entry) => entry.tag));
  const unknown = [...seen].filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new Problem({
    code: 'control_store_newer',
    kind: 'unsupported',
    message: `The control store was written by a newer version (${unknown.join(', ')}).`,
    remedy: 'Start that version or newer, or restore a backup made by this one.',
  });
}
