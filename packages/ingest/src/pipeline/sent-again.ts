import { createPace, type TenantId } from '@olympus/core';
import { fromRow, type LedgerValues } from '@olympus/semantic';
import { groupBy } from '../group-by.js';
import { toHistories } from '../projections/sales/history.js';
import type { AcceptedEvent } from './prepare.js';
import { tenantHash } from './prepare.js';
import type { SettledLookups } from './settled-lookups.js';
import { type Subject, stockSubject, subjects } from './subjects.js';

/**
 * What becomes of an event that an import sends and that is stored already: `known`; `own`, when the
 * same import stored it before it was stopped; or `again`, when something else was said of the same
 * thing at the same time since: then it is a new version under an id of its own, so that the newest
 * import counts.
 */
export type SentAgain =
  | { readonly kind: 'known' }
  | { readonly kind: 'own' }
  | { readonly kind: 'again'; readonly item: AcceptedEvent };

const known: SentAgain = { kind: 'known' };
const own: SentAgain = { kind: 'own' };

/** One saying about a thing, in the order they count. */
interface Saying {
  readonly eventId: string;
  readonly atMs: number;
}

const isOf = (eventId: string, id: string) => eventId === id || eventId.startsWith(`${id}~`);

/** @param repeats  events of imports that are stored already */
export async function judgeRepeats(
  tenant: TenantId,
  repeats: readonly AcceptedEvent[],
  lookups: SettledLookups,
): Promise<ReadonlyMap<AcceptedEvent, SentAgain>> {
  const judged = new Map<AcceptedEvent, SentAgain>();
  if (repeats.length === 0) return judged;
  const sayingsOf = await readSayings(tenant, repeats, lookups);
  const latest = new Map<AcceptedEvent, string>();
  const pace = createPace({ shared: true });
  for (const item of repeats) {
    if (pace.due()) await pace.rest();
    const { id } = item.event;
    const { atMs, sayings } = sayingsOf(item);
    const last = sayings.findLast((saying) => saying.atMs === atMs);
    if (last !== undefined && !isOf(last.eventId, id)) {
      const times = sayings.filter(({ eventId }) => isOf(eventId, id)).length;
      judged.set(item, { kind: 'again', item: underId(tenant, item, `${id}~${times + 1}`) });
    } else latest.set(item, last?.eventId ?? id);
  }
  const identities = Array.from(latest, ([{ event }, eventId]) => ({
    eventId,
    idHash: tenantHash(tenant, eventId),
    occurredAtMs: event.occurredAtMs,
  }));
  const rows = await lookups.fetchEvents(tenant, { kind: 'ids', events: identities });
  const sources = new Map(
    rows.map((row) => {
      const { event_id, source } = fromRow('events', row);
      return [event_id, source];
    }),
  );
  for (const [item, eventId] of latest) {
    judged.set(item, sources.get(eventId) === item.source ? own : known);
  }
  return judged;
}

type SayingsOf = (item: AcceptedEvent) => {
  readonly atMs: number;
  readonly sayings: readonly Saying[];
};

/** What was said so far of the things that these events are about. */
async function readSayings(
  tenant: TenantId,
  repeats: readonly AcceptedEvent[],
  lookups: SettledLookups,
): Promise<SayingsOf> {
  const documents = repeats.flatMap(({ projection: { document } }) => document ?? []);
  const accounts = new Map(documents.map((one) => [one.accountId, one.accountHash]));
  const histories = await toHistories(
    await lookups.fetchDocuments(
      tenant,
      Array.from(accounts, ([documentId, documentHash]) => ({ documentId, documentHash })),
    ),
  );
  const about = new Map<Subject, ReadonlyMap<string, readonly Saying[]>>();
  const items = repeats.filter((item) => subjectOf(item) !== undefined);
  for (const [subject, group] of groupBy(items, subjectOf)) {
    if (subject === undefined) continue;
    const values = [...new Set(group.map(({ event }) => String(event.data[subject.field])))];
    const { types, field } = subject;
    const rows = await lookups.fetchEvents(tenant, { kind: 'about', types, field, values });
    about.set(
      subject,
      sayingsByThing(
        subject,
        rows.map((row) => fromRow('events', row)),
      ),
    );
  }
  return (item) => {
    const { document } = item.projection;
    if (document !== undefined) {
      const { accountId, documentId, atMs } = document;
      const sayings = (histories.get(accountId) ?? []).flatMap(({ version }) =>
        version.documentId === documentId ? [version] : [],
      );
      return { atMs, sayings };
    }
    const atMs = item.event.occurredAtMs;
    const subject = subjectOf(item);
    if (subject === undefined) return { atMs, sayings: [] };
    const sayings = about.get(subject)?.get(thingOf(subject, item.event.data)) ?? [];
    return { atMs, sayings };
  };
}

function sayingsByThing(
  subject: Subject,
  rows: readonly LedgerValues<'events'>[],
): ReadonlyMap<string, readonly Saying[]> {
  const byThing = groupBy(rows, ({ data }) =>
    thingOf(subject, JSON.parse(data) as Record<string, unknown>),
  );
  return new Map(
    Array.from(byThing, ([thing, group]) => [
      thing,
      group.map(({ event_id: eventId, occurred_at: atMs }) => ({ eventId, atMs })),
    ]),
  );
}

const thingOf = ({ field, and }: Subject, data: Readonly<Record<string, unknown>>): string =>
  JSON.stringify([data[field], and === undefined ? null : (data[and] ?? null)]);

function subjectOf({ projection: { patch, row } }: AcceptedEvent): Subject | undefined {
  if (patch !== undefined) return subjects[patch.ledger];
  return row?.ledger === 'stock' ? stockSubject : undefined;
}

function underId(tenant: TenantId, item: AcceptedEvent, id: string): AcceptedEvent {
  const { projection } = item;
  const { document } = projection;
  return {
    ...item,
    event: { ...item.event, id },
    idHash: tenantHash(tenant, id),
    projection:
      document === undefined
        ? projection
        : { ...projection, document: { ...document, eventId: id } },
  };
}
