import type { Logger } from '@olympus/core';
import type { Engine } from './engine/engine.js';
import { keepDamaged } from './journal/damage.js';
import { clearJournal, type LeftSegment, readJournal } from './journal/journal.js';
import type { Layout } from './packed/layout.js';
import { unpackBatch } from './packed/unpack.js';

/**
 * Loads what an earlier run acknowledged and had no time to load. Records behind damage are loaded
 * like any other; the damaged file is kept, with a report of the time from which events may be
 * missing.
 */
export async function recover(engine: Engine, folder: string, log: Logger): Promise<void> {
  const before = await engine.lastCommit();
  let commits = 0;
  let lastSeen: string | null = null;
  const damaged: (Parameters<typeof keepDamaged>[2] & { readonly path: string })[] = [];
  for await (const segment of readJournal(folder, log)) {
    // what comes before a commit that is in the tables is there too
    const damage = segment.damage.filter(({ after }) => {
      const next = segment.commits[after];
      return next === undefined || next.commitId > before + 1;
    });
    if (damage.length > 0) damaged.push(missingOf({ ...segment, damage }, lastSeen));
    lastSeen = receivedAt(segment.commits.at(-1), segment.layout)?.last ?? lastSeen;
    // loading takes the memory of the commits away
    const missing = segment.commits.filter(({ commitId }) => commitId > before);
    commits += missing.length;
    if (missing.length > 0) await engine.load(missing, segment.layout);
  }
  for (const { path, ...report } of damaged) {
    await keepDamaged(folder, path, report);
    log.error({ path, ...report }, 'a file of the journal is damaged: events may be missing');
  }
  await clearJournal(folder);
  if (commits > 0) log.info({ commits }, 'commits of the journal were loaded');
}

/** From the last event before the first damage to the first event behind the last. */
function missingOf({ path, layout, commits, damage }: LeftSegment, lastSeen: string | null) {
  const [first] = damage;
  const last = damage.at(-1);
  const before = receivedAt(commits[(first?.after ?? 0) - 1], layout)?.last ?? lastSeen;
  return {
    path,
    bytes: damage.reduce((sum, { from, to }) => sum + to - from, 0),
    from: before,
    to: receivedAt(commits[last?.after ?? commits.length], layout)?.first ?? null,
  };
}

/** When the events of a commit were received; undefined for a commit without any. */
function receivedAt(
  commit: LeftSegment['commits'][number] | undefined,
  layout: Layout,
): { readonly first: string; readonly last: string } | undefined {
  if (commit === undefined) return undefined;
  const part = unpackBatch(commit.payload, layout).find(({ ledger }) => ledger === 'events');
  const column = part?.columns.get('received_at');
  if (part === undefined || column === undefined || part.rows === 0) return undefined;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const micros of new BigInt64Array(part.memory, column.valuesAt, part.rows)) {
    const ms = Number(micros / 1000n);
    first = Math.min(first, ms);
    last = Math.max(last, ms);
  }
  return { first: new Date(first).toISOString(), last: new Date(last).toISOString() };
}
