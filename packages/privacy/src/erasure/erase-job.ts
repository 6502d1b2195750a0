import type { LedgerChanges, PersonalData, Scrub } from '@olympus/contract';
import { type Clock, Problem, type TenantId } from '@olympus/core';
import { defineJob, type JobRun } from '@olympus/jobs';
import { type Platform, scrubDatabase } from '@olympus/platform';
import { Type } from 'typebox';
import { countAll, type Found, isCustomerData, totalOf } from '../people/register.js';
import type { Erasures } from './erasures.js';
import { receiptEntries } from './receipt.js';

/** Events of the person that arrive meanwhile are found by the second look and erased again. */
const mostRounds = 3;

export interface EraseJobDeps {
  readonly erasures: Erasures;
  readonly stores: () => readonly PersonalData[];
  readonly platform: Pick<Platform, 'database' | 'audit'>;
  readonly changes: LedgerChanges;
  readonly version: (tenant: TenantId) => number;
  readonly clock: Clock;
}

const input = Type.Object({ erasure: Type.String() });

/** Erases one person everywhere. Interrupted at any point, it does all of it again: that does no harm. */
export function createEraseJob(deps: EraseJobDeps) {
  const { erasures, platform } = deps;

  async function run({
    tenant,
    input: { erasure: id },
    progress,
    log,
    signal,
  }: JobRun<{ erasure: string }>) {
    if (tenant === undefined) throw new Error('an erasure is of a tenant');
    const request = await erasures.request(tenant, id);
    const about = await erasures.about(id);
    if (about === undefined) throw unknownErasure(id);
    if (request === undefined) {
      // done, but perhaps interrupted before the last traces of the request were cleared
      await scrubDatabase(platform.database);
      return { erasure: id };
    }
    const { person, replacement } = request;
    const all = deps.stores();
    const stores = all.filter(isCustomerData);
    progress({ fraction: 0, sentence: 'Looking for what is there' });
    const found = await erasures.keepFound(id, await countAll(stores, person));
    const done = new Map<string, Record<string, number>>();
    const scrubs = new Map<string, Scrub>();
    let left: Found = found;
    for (let round = 1; round <= mostRounds; round++) {
      for (const [at, store] of stores.entries()) {
        signal.throwIfAborted();
        progress({
          fraction: 0.1 + (0.4 * at) / stores.length,
          sentence: `Erasing ${store.store}`,
        });
        addCounts(done, store.store, await store.erase(person, replacement));
        if (store.scrub !== undefined) scrubs.set(store.scrub.name, store.scrub);
      }
      left = await countAll(stores, person);
      if (totalOf(left) === 0) break;
      log.warn(`${totalOf(left)} rows arrived while it was erased`);
    }
    if (totalOf(left) > 0) throw keepsArriving(totalOf(left));
    for (const scrub of scrubs.values()) {
      signal.throwIfAborted();
      progress({ fraction: 0.6, sentence: `Clearing ${scrub.name}` });
      await scrub.run();
    }
    const finishedAt = new Date(deps.clock.now()).toISOString();
    await erasures.finish(tenant, id, {
      id,
      tenant,
      person: about.person,
      requested_at: about.requestedAt,
      finished_at: finishedAt,
      outcome: totalOf(found) === 0 ? 'nothing_found' : 'erased',
      stores: receiptEntries(all, { found, done: Object.fromEntries(done), left }),
      scrubbed: [...scrubs.keys()],
    });
    await platform.audit.record({
      tenantId: tenant,
      actor: { kind: 'system', id: 'system', name: 'privacy' },
      action: 'person.erased',
      target: id,
    });
    const ledgers = Object.keys(found['warehouse.ledgers'] ?? {});
    deps.changes.publish({ tenantId: tenant, ledgers, version: deps.version(tenant), events: 0 });
    progress({ fraction: 0.9, sentence: 'Clearing the request itself' });
    await scrubDatabase(platform.database);
    return { erasure: id };
  }

  return defineJob({ kind: 'privacy.erase', input, timeoutMs: 2 * 60 * 60_000, run });
}

function addCounts(
  sums: Map<string, Record<string, number>>,
  store: string,
  counts: Readonly<Record<string, number>>,
): void {
  const sum = sums.get(store) ?? {};
  for (const [part, count] of Object.entries(counts)) sum[part] = (sum[part] ?? 0) + count;
  sums.set(store, sum);
}

function unknownErasure(id: string): Problem {
  return new Problem({
    code: 'unknown_erasure',
    kind: 'not_found',
    message: `There is no erasure ${id}`,
  });
}

function keepsArriving(rows: number): Problem {
  return new Problem({
    code: 'person_keeps_arriving',
    kind: 'unavailable',
    message: `${rows} rows about the person arrived while they were erased`,
    remedy: 'Stop sending events about them; the job tries again.',
  });
}
