import { createPace, type TenantId } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import { deadLettered, type EventResult } from './answer.js';
import type { BloomFilter } from './bloom-filter.js';
import { deadLetterIdOf, deadLetterRow } from './dead-letter-row.js';
import type { AcceptedEvent, PreparedEvent, RefusedEvent } from './prepare.js';
import type { RowCollector } from './row-collector.js';
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
  readonly lookups: Pick<SettledLookups, 'findEvents'>;
  /** Events that may be stored already; anything else is new for certain. */
  readonly knownEvents: Pick<BloomFilter, 'mayContain'>;
  readonly people: Platform['people'];
}

/** Settles repeats and refusals of one tenant; what remains is new. */
export async function sortOut(
  tenant: TenantId,
  group: readonly Sorted[],
  { collector, lookups, knownEvents, people }: SortingDeps,
): Promise<AcceptedEvent[]> {
  const candidates = group.flatMap(({ submission }) =>
    submission.events.flatMap((item) =>
      item.kind === 'accepted' && knownEvents.mayContain(item.idHash) ? [item] : [],
    ),
  );
  const stored = await lookups.findEvents(
    tenant,
    candidates.map(({ event, idHash }) => ({
      eventId: event.id,
      idHash,
      occurredAtMs: event.occurredAtMs,
    })),
  );
  const seen = new Set<string>();
  const accepted: AcceptedEvent[] = [];
  const pace = createPace({ shared: true });
  for (const { submission, answer } of group) {
    for (const [index, item] of submission.events.entries()) {
      if (pace.due()) await pace.rest();
      if (item.kind === 'refused') {
        answer[index] = await addDeadLetter(tenant, item, submission, { collector, people });
      } else if (stored.has(item.event.id) || seen.has(item.event.id)) {
        answer[index] = { id: item.event.id, outcome: 'duplicate' };
      } else {
        seen.add(item.event.id);
        accepted.push(item);
        answer[index] = { id: item.event.id, outcome: 'stored' };
      }
    }
  }
  return accepted;
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
