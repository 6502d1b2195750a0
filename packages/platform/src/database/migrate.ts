import { readFile } from 'node:fs/promises';
import { Problem } from '@olympus/core';
import type { Database } from './database.js';

/** Where a room keeps its migrations: numbered SQL files and `meta/_journal.json`, their order. */
export interface MigrationSource {
  /** Name of the room. Its migrations are remembered as `<room>/<tag>`, the platform's by tag alone. */
  readonly room: string;
  readonly folder: URL;
}

export const platformMigrations: MigrationSource = {
  room: 'platform',
  folder: new URL('../../migrations/', import.meta.url),
};

/** Any constant will do, as long as every Olympus takes the same one. */
const advisoryLock = 7_265_001;

interface Journal {
  readonly entries: readonly { readonly idx: number; readonly tag: string }[];
}

/**
 * Brings the schema up to date: the migrations of each source in turn that the store has not seen,
 * all in one transaction under an advisory lock. Running it again, or from two processes at once,
 * changes nothing more.
 * @returns names of the migrations applied now
 */
export async function migrate(
  database: Database,
  sources: readonly MigrationSource[],
): Promise<readonly string[]> {
  const migrations = (await Promise.all(sources.map(readSource))).flat();
  return await database.script(async (execute) => {
    await execute(`select pg_advisory_xact_lock(${advisoryLock})`);
    await execute(
      `create table if not exists applied_migrations (
         name text primary key, applied_at timestamptz not null default now())`,
    );
    const rows = await execute('select name from applied_migrations');
    const seen = new Set(rows.map(([name]) => String(name)));
    refuseNewerStore(seen, migrations, sources);
    const applied: string[] = [];
    for (const { name, file } of migrations) {
      if (seen.has(name)) continue;
      const script = await readFile(file, 'utf8');
      for (const statement of script.split('--> statement-breakpoint')) {
        if (statement.trim() !== '') await execute(statement);
      }
      await execute('insert into applied_migrations (name) values ($1)', [name]);
      applied.push(name);
    }
    return applied;
  });
}

interface Migration {
  readonly name: string;
  readonly file: URL;
}

async function readSource({ room, folder }: MigrationSource): Promise<readonly Migration[]> {
  const journal: Journal = JSON.parse(
    await readFile(new URL('meta/_journal.json', folder), 'utf8'),
  );
  return journal.entries.map(({ tag }) => ({
    name: room === platformMigrations.room ? tag : `${room}/${tag}`,
    file: new URL(`${tag}.sql`, folder),
  }));
}

/**
 * An older Olympus on a newer store would read wrongly what it does not know. Rooms that are not
 * among the sources are another call's matter.
 */
function refuseNewerStore(
  seen: ReadonlySet<string>,
  migrations: readonly Migration[],
  sources: readonly MigrationSource[],
): void {
  const known = new Set(migrations.map(({ name }) => name));
  const rooms = new Set(sources.map(({ room }) => room));
  const roomOf = (name: string) =>
    name.includes('/') ? name.slice(0, name.indexOf('/')) : platformMigrations.room;
  const unknown = [...seen].filter((name) => rooms.has(roomOf(name)) && !known.has(name));
  if (unknown.length === 0) return;
  throw new Problem({
    code: 'control_store_newer',
    kind: 'unsupported',
    message: `The control store was written by a newer version (${unknown.join(', ')}).`,
    remedy: 'Start that version or newer, or restore a backup made by this one.',
  });
}
