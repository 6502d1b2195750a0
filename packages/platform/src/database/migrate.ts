import { readFile } from 'node:fs/promises';
import type { RoomMigrations } from '@olympus/contract';
import { Problem } from '@olympus/core';
import type { Database } from './database.js';

/** Any constant will do, as long as every Olympus takes the same one. */
const advisoryLock = 7_265_001;

interface Journal {
  readonly entries: readonly { readonly idx: number; readonly tag: string }[];
}

interface Migration {
  /** `room/tag`; the tag alone for `platform`, whose store was there before other rooms had tables. */
  readonly name: string;
  readonly script: URL;
}

async function readMigrations({ room, folder }: RoomMigrations): Promise<readonly Migration[]> {
  const journal: Journal = JSON.parse(
    await readFile(new URL('meta/_journal.json', folder), 'utf8'),
  );
  return journal.entries.map(({ tag }) => ({
    name: room === 'platform' ? tag : `${room}/${tag}`,
    script: new URL(`${tag}.sql`, folder),
  }));
}

/**
 * Brings the schema up to date: the migrations of each room's `meta/_journal.json` that the store
 * has not seen, in order, all in one transaction under an advisory lock. Running it again, or from
 * two processes at once, changes nothing more.
 * @returns names of the migrations applied now
 */
export async function migrate(
  database: Database,
  rooms: readonly RoomMigrations[],
): Promise<readonly string[]> {
  const migrations = (await Promise.all(rooms.map(readMigrations))).flat();
  return await database.script(async (execute) => {
    await execute(`select pg_advisory_xact_lock(${advisoryLock})`);
    await execute(
      `create table if not exists applied_migrations (
         name text primary key, applied_at timestamptz not null default now())`,
    );
    const rows = await execute('select name from applied_migrations');
    const seen = new Set(rows.map(([name]) => String(name)));
    refuseNewerStore(seen, migrations);
    const applied: string[] = [];
    for (const { name, script } of migrations) {
      if (seen.has(name)) continue;
      const text = await readFile(script, 'utf8');
      for (const statement of text.split('--> statement-breakpoint')) {
        if (statement.trim() !== '') await execute(statement);
      }
      await execute('insert into applied_migrations (name) values ($1)', [name]);
      applied.push(name);
    }
    return applied;
  });
}

/** An older Olympus on a newer store would read wrongly what it does not know. */
function refuseNewerStore(seen: ReadonlySet<string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...seen].filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new Problem({
    code: 'control_store_newer',
    kind: 'unsupported',
    message: `The control store was written by a newer version (${unknown.join(', ')}).`,
    remedy: 'Start that version or newer, or restore a backup made by this one.',
  });
}
