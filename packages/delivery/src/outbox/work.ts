import { type Clock, dayMs, type Logger, Problem, type Random, type TenantId } from '@olympus/core';
import { retryDelayMs } from '@olympus/jobs';
import type { Tenant, Users } from '@olympus/platform';
import type { Channel, Failure } from '../channels/channel.js';
import type { ChannelStore } from '../channels/channel-store.js';
import { deliveryLimits } from '../limits.js';
import type { Outcome } from '../ways/way.js';
import type { Ways } from '../ways/ways.js';
import { addressOf } from './addresses.js';
import { type ComposeDeps, compose } from './compose.js';
import type { Head, OutboxStore } from './outbox-store.js';
import type { Parcel } from './parcel.js';

export interface WorkDeps extends ComposeDeps {
  readonly outbox: OutboxStore;
  readonly channels: Pick<ChannelStore, 'find' | 'recipientKey'>;
  readonly users: Pick<Users, 'get' | 'principalOf'>;
  readonly tenantOf: (tenant: TenantId) => Promise<Tenant | undefined>;
  readonly ways: Ways;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
}

/** After so many messages others have their turn. */
const atATime = 50;

const policy = {
  attempts: Number.POSITIVE_INFINITY,
  firstDelayMs: deliveryLimits.firstDelayMs,
  maxDelayMs: deliveryLimits.maxDelayMs,
};

/**
 * Sends what is due of one channel, each recipient's messages in their order. May end anywhere: what a
 * message holds is stored before it is sent for the first time, and that it was sent, after.
 * @returns how many were tried
 */
export async function workChannel(
  deps: WorkDeps,
  id: string,
  fence: number,
  signal: AbortSignal,
): Promise<number> {
  const { outbox, channels, clock } = deps;
  if (!(await outbox.take(id, fence))) return 0;
  let tried = 0;
  while (tried < atATime) {
    signal.throwIfAborted();
    const channel = await channels.find(id);
    const heads = (await outbox.heads(id)).filter(({ dueMs }) => dueMs <= clock.now());
    if (channel === undefined || !channel.active || heads.length === 0) break;
    for (const head of heads) {
      signal.throwIfAborted();
      const batch = await batchOf(deps, channel, fence, head);
      if (batch === undefined) continue;
      const parcel = await outbox.parcel(batch);
      if (parcel === undefined) continue;
      tried += 1;
      const outcome = await attempt(deps, channel, parcel, signal);
      if (!(await settle(deps, channel, parcel, fence, outcome))) return tried;
    }
  }
  return tried;
}

/** The batch of a head, which may be sent now; undefined when as many went as may for the moment. */
async function batchOf(
  { outbox }: WorkDeps,
  channel: Channel,
  fence: number,
  head: Head,
): Promise<number | undefined> {
  if (head.batch !== undefined) return head.batch;
  const sent = await outbox.sentWithin(channel.id, head.recipient);
  // the last place within the window is for a digest of everything that waits
  if (sent.length < channel.most) {
    return outbox.pack(channel.id, fence, head, sent.length === channel.most - 1);
  }
  const [oldest = 0] = sent.slice(-channel.most);
  await outbox.hold(channel.id, head.recipient, oldest + deliveryLimits.windowMs);
  return undefined;
}

async function attempt(
  deps: WorkDeps,
  channel: Channel,
  parcel: Parcel,
  signal: AbortSignal,
): Promise<Outcome> {
  const at = new Date(deps.clock.now()).toISOString();
  const tenant = await deps.tenantOf(channel.tenant);
  const address = await addressOf(deps, channel, parcel.recipient);
  if (tenant === undefined || address === undefined) {
    const message = 'The recipient is no longer one of this channel';
    return { kind: 'never', failure: { code: 'recipient_gone', message, at } };
  }
  const id = `msg_${parcel.batch}`;
  const message = compose(deps, tenant, channel, { ...parcel, id }, address.email);
  try {
    return await deps.ways(channel.kind).send(channel, message, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Problem)) deps.log.error({ err: error }, 'a message could not be made');
    const failure: Failure = { code: 'fault', message: 'Something unexpected happened here', at };
    return { kind: 'later', failure, ofChannel: false };
  }
}

/** @returns whether to go on with the channel's other recipients */
async function settle(
  { outbox, clock, random }: WorkDeps,
  { id }: Channel,
  parcel: Parcel,
  fence: number,
  outcome: Outcome,
): Promise<boolean> {
  const nowMs = clock.now();
  if (outcome.kind === 'accepted') {
    await outbox.sent(parcel, fence);
    return true;
  }
  const untilMs = parcel.sinceMs + deliveryLimits.patienceMs;
  if (outcome.kind === 'never' || nowMs >= untilMs) {
    await outbox.dead(parcel, fence, outcome.failure);
    return true;
  }
  const backoffMs = retryDelayMs(policy, parcel.attempts + 1, random);
  const waitMs = Math.min(Math.max(backoffMs, outcome.waitMs ?? 0), dayMs);
  // the last attempt is at the end of its time, not after it
  const dueMs = Math.min(nowMs + waitMs, Math.max(untilMs, nowMs + backoffMs));
  await outbox.later(parcel, fence, outcome.failure, dueMs);
  if (!outcome.ofChannel) return true;
  await outbox.hold(id, undefined, dueMs);
  return false;
}
