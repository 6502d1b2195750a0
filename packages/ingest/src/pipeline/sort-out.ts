import { createPace, type TenantId } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import type { EventIdentity } from '@olympus/warehouse';
import type { Refusal } from '../parse/envelope.js';
import { deadLettered, type EventResult } from './answer.js';
import type { BloomFilter } from './bloom-filter.js';
import { deadLetterIdOf, deadLetterRow } from './dead-letter-row.js';
import {
  type AcceptedEvent,
  type PreparedEvent,
  type RefusedEvent,
  tenantHash,
} from './prepare.js';
import type { RowCollector } from './row-collector.js';
import { judgeRepeats } from './sent-again.js';
import type { SettledLookups } from './settled-lookups.js';

/** Events that came through a door together. */
export interface Submission {
  readonly tenant: TenantId;
  readonly events: readonly PreparedEvent[];
  readonly door: string;
  readonly receivedAtMs: number;
}

/** A submission, and what its submitter is to be told of each event. */
interface Sorted {
  readonly submission: Submission;
  readonly answer: EventResult[];
}

interface SortingDeps {
  /** Receives the dead letters. */
  readonly collector: RowCollector;
  readonly lookups: SettledLookups;
  /** Events that may be stored already; anything else is new for certain. */
  readonly knownEvents: Pick<BloomFilter, 'mayContain'>;
  readonly people: Platform['people'];
}

interface SortedOut {
  readonly accepted: readonly AcceptedEvent[];
  /** Makes one of them a dead letter after all. */
  refuse(item: AcceptedEvent, refusal: Refusal): Promise<void>;
}

/** Settles repeats and refusals of one tenant; what remains is new. */
export async function sortOut(
  tenant: TenantId,
  group: readonly Sorted[],
  { collector, lookups, knownEvents, people }: SortingDeps,
): Promise<SortedOut> {
  const mayBeStored = ({ idHash, event, sentId }: AcceptedEvent) =>
    knownEvents.mayContain(idHash) ||
    (sentId !== event.id && knownEvents.mayContain(tenantHash(tenant, sentId)));
  const candidates = group.flatMap(({ submission }) =>
    submission.events.flatMap((item) =>
      item.kind === 'accepted' && mayBeStored(item) ? identitiesOf(tenant, item) : [],
    ),
  );
  const stored = await lookups.findEvents(tenant, candidates);
  const isStored = ({ event, sentId }: AcceptedEvent) => stored.has(event.id) || stored.has(sentId);
  const repeats = await judgeRepeats(
    tenant,
    group.flatMap(({ submission: { door, events } }) =>
      door === 'import'
        ? events.flatMap((item) => (item.kind === 'accepted' && isStored(item) ? [item] : []))
        : [],
    ),
    lookups,
  );
  const seen = new Set<string>();
  const accepted: AcceptedEvent[] = [];
  const pace = createPace({ shared: true });
  for (const { submission, answer } of group) {
    for (const [index, item] of submission.events.entries()) {
      if (pace.due()) await pace.rest();
      if (item.kind === 'refused') {
        answer[index] = await addDeadLetter(tenant, item, submission, { collector, people });
        continue;
      }
      const { event, sentId: id } = item;
      const repeat = repeats.get(item);
      const fresh = repeat?.kind === 'again' ? repeat.item : item;
      if (repeat?.kind === 'own') answer[index] = { id, outcome: 'stored' };
      else if ((fresh === item && isStored(item)) || seen.has(event.id)) {
        answer[index] = { id, outcome: 'duplicate' };
      } else {
        seen.add(event.id);
        accepted.push(fresh);
        answer[index] = { id, outcome: 'stored' };
      }
    }
  }
  const madeAgain = new Map(
    Array.from(repeats, ([item, repeat]) => [item, repeat.kind === 'again' ? repeat.item : item]),
  );
  const refuse: SortedOut['refuse'] = async (item, refusal) => {
    const { sentId: id, raw, event } = item;
    for (const { submission, answer } of group) {
      const index = submission.events.findIndex(
        (one) => one === item || (one.kind === 'accepted' && madeAgain.get(one) === item),
      );
      if (index < 0) continue;
      const refused = {
        kind: 'refused',
        id,
        type: event.type,
        refusal,
        raw: raw?.() ?? '',
      } as const;
      answer[index] = await addDeadLetter(tenant, refused, submission, { collector, people });
    }
  };
  return { accepted, refuse };
}

/** Under which ids an event may be stored: releases before stored one with an e-mail address as it was sent. */
function identitiesOf(
  tenant: TenantId,
  { event, sentId, idHash }: AcceptedEvent,
): readonly EventIdentity[] {
  const { id: eventId, occurredAtMs } = event;
  const identity = { eventId, idHash, occurredAtMs };
  if (sentId === eventId) return [identity];
  return [identity, { eventId: sentId, idHash: tenantHash(tenant, sentId), occurredAtMs }];
}

async function addDeadLetter(
  tenant: TenantId,
  item: RefusedEvent,
  { door, receivedAtMs }: Submission,
  { collector, people }: Pick<SortingDeps, 'collector' | 'people'>,
): Promise<EventResult> {
  const deadLetterId = deadLetterIdOf(tenant, item.raw);
  // what is replayed lies among the dead letters already, and an import keeps the rows of its file
  if (door === 'replay' || door === 'import')
    return deadLettered(item.id, item.refusal, deadLetterId);
  collector.add(
    'dead_letters',
    deadLetterRow(tenant, await people.tenantKey(tenant), {
      deadLetterId,
      status: 'open',
      type: item.type,
      source: door,
      refusal: item.refusal,
      raw: item.raw,
      atMs: receivedAtMs,
    }),
  );
  return deadLettered(item.id, item.refusal, deadLetterId);
}
