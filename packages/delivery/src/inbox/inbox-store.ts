import type { Clock, TenantId } from '@olympus/core';
import type { Database } from '@olympus/platform';
import { type Severity, severities } from '../notice.js';
import { toNotice } from '../outbox/outbox-store.js';
import type { StoredNotice } from '../outbox/parcel.js';
import { noticeNotFound } from '../problems.js';

export interface InboxNotice extends StoredNotice {
  readonly read: boolean;
}

/** From which severity on one is told by a way; `never`: not by it. */
export type Threshold = Severity | 'never';
export const thresholds = [...severities, 'never'] as const;

/** How one person wants to be told of what happens in one tenant. The inbox itself holds everything. */
export interface Preferences {
  /** What counts as unread beside the bell. */
  readonly bell: Threshold;
  /** Mail to the person's own address. */
  readonly email: Threshold;
  /** Notifications of the browser, where it is allowed. */
  readonly browser: Threshold;
}

export const defaultPreferences: Preferences = {
  bell: 'info',
  email: 'never',
  browser: 'warning',
};

export interface InboxFilter {
  readonly unread?: boolean | undefined;
  readonly severity?: Severity | undefined;
  /** Older than this. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** What a tenant's people were told, and what each of them has read. */
export interface InboxStore {
  /** Newest first. @param user  undefined: what is for everybody, read by nobody */
  list(
    tenant: TenantId,
    user: string | undefined,
    filter: InboxFilter,
  ): Promise<readonly InboxNotice[]>;
  /** How many are unread of those the person wants counted, and the newest of them. */
  unread(
    tenant: TenantId,
    user: string | undefined,
  ): Promise<{ readonly count: number; readonly newest: number }>;
  /** @throws Problem `notice_not_found` */
  setRead(tenant: TenantId, user: string, notice: number, read: boolean): Promise<void>;
  /** Up to and with this one; all of them if left out. */
  readAll(tenant: TenantId, user: string, until: number | undefined): Promise<void>;
  preferences(tenant: TenantId, user: string): Promise<Preferences>;
  prefer(tenant: TenantId, user: string, preferences: Preferences): Promise<void>;
}

/** At most so many are counted: more is more than anybody reads. */
export const countedAtMost = 1_000;

const rank = (threshold: Threshold) => thresholds.indexOf(threshold);
const thresholdOf = (cell: unknown): Threshold => thresholds[Number(cell)] ?? 'never';
const visible = `n.tenant_id = $1 and (n.everybody or exists (select 1 from delivery_audience a
  where a.notice_id = n.id and a.user_id = $2))`;
const isRead = `(n.id <= coalesce((select r.read_until from delivery_readers r
    where r.tenant_id = $1 and r.user_id = $2), 0)
  or exists (select 1 from delivery_reads d where d.notice_id = n.id and d.user_id = $2))`;

export function createInboxStore(database: Database, clock: Clock): InboxStore {
  const now = () => new Date(clock.now()).toISOString();

  const ensureReader = (tenant: TenantId, user: string) => {
    const { bell, email, browser } = defaultPreferences;
    return database.execute(
      `insert into delivery_readers (tenant_id, user_id, read_until, bell, email, browser)
       values ($1, $2, 0, ${rank(bell)}, ${rank(email)}, ${rank(browser)}) on conflict do nothing`,
      [tenant, user],
    );
  };
  const preferences = async (tenant: TenantId, user: string): Promise<Preferences> => {
    const [row] = await database.execute(
      'select bell, email, browser from delivery_readers where tenant_id = $1 and user_id = $2',
      [tenant, user],
    );
    if (row === undefined) return defaultPreferences;
    const [bell, email, browser] = row.map(thresholdOf);
    return { ...defaultPreferences, ...(bell && email && browser && { bell, email, browser }) };
  };
  return {
    preferences,
    async list(tenant, user, { unread, severity, before, limit }) {
      const rows = await database.execute(
        `select n.id, n.thread, n.severity, n.title, n.lines, n.facts, n.path, n.at, ${isRead}
         from delivery_notices n where ${visible}
           and ($3::text is null or n.id < $3::text::bigint)
           and ($4::text is null or n.severity >= $4::text::integer)
           ${unread === true ? `and not ${isRead}` : ''}
         order by n.id desc limit ${limit}`,
        [
          tenant,
          user ?? '',
          before === undefined ? null : String(before),
          severity === undefined ? null : String(rank(severity)),
        ],
      );
      return rows.map((row) => ({ ...toNotice(row), read: row[8] === true }));
    },
    async unread(tenant, user) {
      const { bell } = user === undefined ? defaultPreferences : await preferences(tenant, user);
      const [row = []] = await database.execute(
        `select count(*), max(id) from (select n.id from delivery_notices n
           where ${visible} and n.severity >= ${rank(bell)} and not ${isRead}
           order by n.id desc limit ${countedAtMost}) counted`,
        [tenant, user ?? ''],
      );
      return { count: Number(row[0]), newest: Number(row[1] ?? 0) };
    },
    async setRead(tenant, user, notice, read) {
      const [there] = await database.execute(
        `select n.id, ${isRead} from delivery_notices n where ${visible} and n.id = $3`,
        [tenant, user, notice],
      );
      if (there === undefined) throw noticeNotFound();
      if (read) {
        await database.execute(
          `insert into delivery_reads values ($1, $2, $3::text::timestamptz) on conflict do nothing`,
          [user, notice, now()],
        );
      } else if (there[1] === true) await unreadOne(tenant, user, notice);
    },
    async readAll(tenant, user, until) {
      await ensureReader(tenant, user);
      await database.script(async (execute) => {
        await execute(
          `update delivery_readers set read_until = greatest(read_until, coalesce(
             (select max(n.id) from delivery_notices n where n.tenant_id = $1
                and ($3::text is null or n.id <= $3::text::bigint)), 0))
           where tenant_id = $1 and user_id = $2`,
          [tenant, user, until === undefined ? null : String(until)],
        );
        await execute(
          `delete from delivery_reads d using delivery_notices n, delivery_readers r
           where d.user_id = $2 and n.id = d.notice_id and n.tenant_id = $1
             and r.tenant_id = $1 and r.user_id = $2 and n.id <= r.read_until`,
          [tenant, user],
        );
      });
    },
    async prefer(tenant, user, { bell, email, browser }) {
      await ensureReader(tenant, user);
      await database.execute(
        `update delivery_readers set bell = ${rank(bell)}, email = ${rank(email)},
           browser = ${rank(browser)} where tenant_id = $1 and user_id = $2`,
        [tenant, user],
      );
    },
  };

  /** What was read up to a notice is from now on read one by one, but for this one. */
  async function unreadOne(tenant: TenantId, user: string, notice: number): Promise<void> {
    await database.script(async (execute) => {
      await execute(
        `insert into delivery_reads
         select $2, n.id, $4::text::timestamptz from delivery_notices n, delivery_readers r
         where n.tenant_id = $1 and r.tenant_id = $1 and r.user_id = $2
           and n.id >= $3 and n.id <= r.read_until on conflict do nothing`,
        [tenant, user, notice, now()],
      );
      await execute(
        `update delivery_readers set read_until = least(read_until, $3::bigint - 1)
         where tenant_id = $1 and user_id = $2`,
        [tenant, user, notice],
      );
      await execute('delete from delivery_reads where user_id = $1 and notice_id = $2', [
        user,
        notice,
      ]);
    });
  }
}
