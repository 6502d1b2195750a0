import type { Logger, TenantId } from '@olympus/core';
import { defineJob, defineSchedule, type Jobs } from '@olympus/jobs';
import { Type } from 'typebox';
import type { pruneMessages } from './prune.js';
import { type WorkDeps, workChannel } from './work.js';

/** Wakes the queue of a channel. */
export interface Waking {
  /** Sends what is due, soon. */
  wake(tenant: TenantId, channel: string): Promise<void>;
  /** Wakes every channel that has something due. */
  sweep(): Promise<number>;
  close(): void;
}

const input = Type.Object({ channel: Type.String() });

/**
 * One job a channel at a time sends; whoever stores something wakes it. A job that was just about to
 * end may miss what was stored while it ran, so once it is over its channel is looked at again; and
 * every five minutes all of them are, for what a process that was killed left behind.
 */
export function registerSending(
  jobs: Jobs,
  deps: WorkDeps & { readonly prune: () => ReturnType<typeof pruneMessages> },
): Waking {
  const { outbox, clock, log } = deps;
  const running = new Map<number, { readonly tenant: TenantId; readonly channel: string }>();

  const sending = defineJob({
    kind: 'delivery.send',
    input,
    visibleToTenant: false,
    concurrency: 4,
    timeoutMs: 15 * 60_000,
    retry: { attempts: 3 },
    run: async ({ id, tenant, input: { channel }, fence, signal }) => {
      if (tenant !== undefined) running.set(id, { tenant, channel });
      return { tried: await workChannel(deps, channel, fence, signal) };
    },
  });
  const wake = async (tenant: TenantId, channel: string) => {
    await jobs.enqueue(sending, { channel }, { tenant, exclusiveKey: channel, priority: 5 });
  };
  const waking = defineJob({
    kind: 'delivery.wake',
    input,
    visibleToTenant: false,
    concurrency: 4,
    run: async ({ tenant, input: { channel } }) => {
      if (tenant !== undefined) await wake(tenant, channel);
    },
  });
  const sweep = async () => {
    const due = await outbox.due();
    for (const { tenant, channel } of due) await wake(tenant, channel);
    return due.length;
  };
  const sweeping = defineJob({
    kind: 'delivery.sweep',
    input: Type.Object({}),
    visibleToTenant: false,
    run: async () => ({ woken: await sweep() }),
  });
  const pruning = defineJob({
    kind: 'delivery.prune',
    input: Type.Object({}),
    visibleToTenant: false,
    run: async () => ({ removed: await deps.prune() }),
  });
  jobs.register(sending, waking, sweeping, pruning);
  jobs.declare(
    defineSchedule({
      id: sweeping.kind,
      job: sweeping,
      input: {},
      recurrence: { everyMs: 5 * 60_000 },
    }),
    defineSchedule({
      id: pruning.kind,
      job: pruning,
      input: {},
      recurrence: { everyMs: 3_600_000 },
    }),
  );

  async function lookAgain(tenant: TenantId, channel: string): Promise<void> {
    const dueMs = await outbox.nextDue(channel);
    if (dueMs === undefined) return;
    if (dueMs <= clock.now()) return wake(tenant, channel);
    await jobs.enqueue(
      waking,
      { channel },
      { tenant, exclusiveKey: `${channel}:${dueMs}`, runAtMs: dueMs },
    );
  }
  const stopListening = jobs.onChange(({ id, kind, state }) => {
    if (kind !== sending.kind || state === 'waiting' || state === 'running') return;
    const of = running.get(id);
    running.delete(id);
    if (of === undefined) return;
    lookAgain(of.tenant, of.channel).catch((error: unknown) => warn(log, error));
  });
  return { wake, sweep, close: stopListening };
}

/** Not lost: the sweep finds it. */
const warn = (log: Logger, error: unknown) =>
  log.warn({ err: error }, 'a channel could not be woken; it is looked at within five minutes');
