import { type Clock, Problem, type TenantId } from '@olympus/core';
import type { Database, Row } from '@olympus/platform';
import type { Mapping } from '../mapping/mapping.js';
import { type Note, parseNote, storedNote } from '../notes/notes.js';

export const importStates = [
  'waiting',
  'running',
  'done',
  'failed',
  'stopped',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof importStates)[number];

/** How far an import is, and what became of its rows. */
export interface ImportCounts {
  /** Rows of the files; 0 until they are read. */
  readonly rows: number;
  /** Rows in events that were sent. */
  readonly rows_done: number;
  /** 0–1, over reading and sending. */
  readonly progress: number;
  /** Events sent so far; where a resumed import goes on. */
  readonly events: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly rejected_rows: number;
  readonly unmatched_rows: number;
  /** Events taken back. */
  readonly undone: number;
}

export const noCounts: ImportCounts = {
  rows: 0,
  rows_done: 0,
  progress: 0,
  events: 0,
  stored: 0,
  duplicates: 0,
  rejected_rows: 0,
  unmatched_rows: 0,
  undone: 0,
};

export interface ImportFault {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string | undefined;
  /** Where: a file, a column. */
  readonly at?: string | undefined;
}

export interface StoredImport {
  readonly id: string;
  readonly tenant: TenantId;
  readonly state: ImportState;
  readonly uploads: readonly string[];
  readonly names: readonly string[];
  readonly mapping: Mapping;
  readonly counts: ImportCounts;
  readonly warnings: readonly Note[];
  readonly fault: ImportFault | undefined;
  readonly createdAt: string;
  readonly changedAt: string;
}

export interface Rejection {
  readonly file: number;
  readonly line: number;
  readonly reason: Note;
}

export interface ImportStore {
  add(
    entry: Pick<StoredImport, 'id' | 'tenant' | 'uploads' | 'names' | 'mapping'>,
  ): Promise<StoredImport>;
  /** @throws Problem `import_not_found` */
  get(tenant: TenantId, id: string): Promise<StoredImport>;
  /** Newest first. */
  list(tenant: TenantId, limit: number): Promise<readonly StoredImport[]>;
  /** Those that a process left in the middle, of every tenant, oldest first. */
  unfinished(): Promise<readonly StoredImport[]>;
  /** Changes it only while it is in one of these states. @returns whether it did */
  move(
    id: string,
    from: readonly ImportState[],
    to: ImportState,
    more?: Partial<Pick<StoredImport, 'counts' | 'warnings' | 'fault'>>,
  ): Promise<boolean>;
  /** Keeps how far it is, with the rows that were rejected since, in one transaction. */
  checkpoint(id: string, counts: ImportCounts, rejections: readonly Rejection[]): Promise<void>;
  /** Rejected rows by file and line, some at a time. */
  rejections(id: string): AsyncIterable<readonly Rejection[]>;
  countRejections(id: string): Promise<number>;
  forgetRejections(id: string): Promise<void>;
}

const columns =
  'id, tenant_id, state, uploads, names, mapping, counts, warnings, fault, created_at, changed_at';
/** Rows of one statement. */
const rejectionsAtOnce = 1000;

export function createImportStore(database: Database, clock: Clock): ImportStore {
  const now = () => new Date(clock.now()).toISOString();

  async function get(tenant: TenantId, id: string): Promise<StoredImport> {
    const rows = await database.execute(
      `select ${columns} from file_imports where tenant_id = $1 and id = $2`,
      [tenant, id],
    );
    if (rows[0] !== undefined) return toImport(rows[0]);
    throw new Problem({
      code: 'import_not_found',
      kind: 'not_found',
      message: `There is no import ${id.slice(0, 80)}`,
    });
  }

  return {
    get,
    async add({ id, tenant, uploads, names, mapping }) {
      await database.execute(
        `insert into file_imports (${columns}) values ($1, $2, 'waiting', $3, $4, $5, $6, '[]', null, $7, $7)`,
        [
          id,
          tenant,
          JSON.stringify(uploads),
          JSON.stringify(names),
          JSON.stringify(mapping),
          JSON.stringify(noCounts),
          now(),
        ],
      );
      return get(tenant, id);
    },
    async list(tenant, limit) {
      const rows = await database.execute(
        `select ${columns} from file_imports where tenant_id = $1 order by created_at desc, id limit $2`,
        [tenant, limit],
      );
      return rows.map(toImport);
    },
    async unfinished() {
      const rows = await database.execute(
        `select ${columns} from file_imports where state in ('waiting', 'running', 'undoing') order by created_at, id`,
      );
      return rows.map(toImport);
    },
    async move(id, from, to, { counts, warnings, fault } = {}) {
      const rows = await database.execute(
        `update file_imports set state = $2, changed_at = $3, counts = coalesce($4::jsonb, counts),
           warnings = coalesce($5::jsonb, warnings), fault = $6::jsonb
         where id = $1 and state = any(string_to_array($7, ',')) returning id`,
        [
          id,
          to,
          now(),
          counts === undefined ? null : JSON.stringify(counts),
          warnings === undefined ? null : JSON.stringify(warnings),
          fault === undefined ? null : JSON.stringify(fault),
          from.join(','),
        ],
      );
      return rows.length > 0;
    },
    checkpoint: (id, counts, rejections) =>
      database.script(async (execute) => {
        for (let at = 0; at < rejections.length; at += rejectionsAtOnce) {
          const part = rejections.slice(at, at + rejectionsAtOnce);
          await execute(
            `insert into file_rejections (import_id, file, line, reason)
             select $1, (r->>'file')::integer, (r->>'line')::integer, r->>'reason' from jsonb_array_elements($2::jsonb) as r
             on conflict do nothing`,
            [
              id,
              JSON.stringify(part.map((one) => ({ ...one, reason: JSON.stringify(one.reason) }))),
            ],
          );
        }
        await execute('update file_imports set counts = $2::jsonb, changed_at = $3 where id = $1', [
          id,
          JSON.stringify(counts),
          now(),
        ]);
      }),
    async *rejections(id) {
      let [afterFile, afterLine] = [-1, -1];
      for (;;) {
        const rows = await database.execute(
          `select file, line, reason from file_rejections
           where import_id = $1 and (file, line) > ($2::integer, $3::integer)
           order by file, line limit ${rejectionsAtOnce}`,
          [id, afterFile, afterLine],
        );
        const last = rows.at(-1);
        if (last === undefined) return;
        [afterFile, afterLine] = [Number(last[0]), Number(last[1])];
        yield rows.map(([file, line, reason]) => ({
          file: Number(file),
          line: Number(line),
          reason: parseNote(String(reason)),
        }));
      }
    },
    async countRejections(id) {
      const rows = await database.execute(
        'select count(*) from file_rejections where import_id = $1',
        [id],
      );
      return Number(rows[0]?.[0] ?? 0);
    },
    async forgetRejections(id) {
      await database.execute('delete from file_rejections where import_id = $1', [id]);
    },
  };
}

function toImport([
  id,
  tenant,
  state,
  uploads,
  names,
  mapping,
  counts,
  warnings,
  fault,
  createdAt,
  changedAt,
]: Row): StoredImport {
  return {
    id: String(id),
    tenant: String(tenant) as TenantId,
    state: String(state) as ImportState,
    uploads: parsed(uploads) as string[],
    names: parsed(names) as string[],
    mapping: parsed(mapping) as Mapping,
    counts: parsed(counts) as ImportCounts,
    warnings: (parsed(warnings) as (string | Note)[]).map(storedNote),
    fault: (parsed(fault) ?? undefined) as ImportFault | undefined,
    createdAt: new Date(Number(createdAt)).toISOString(),
    changedAt: new Date(Number(changedAt)).toISOString(),
  };
}

/** Drivers hand JSON out as text or parsed. */
const parsed = (cell: unknown): unknown =>
  typeof cell === 'string' ? JSON.parse(cell) : (cell ?? null);
