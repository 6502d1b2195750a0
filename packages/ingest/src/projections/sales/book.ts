import type { TenantId } from '@olympus/core';
import { fromRow, type LedgerRow } from '@olympus/semantic';
import type { Warehouse } from '@olympus/warehouse';
import { groupBy } from '../../group-by.js';
import {
  type BookedVersion,
  type Booking,
  bookVersion,
  type DocumentVersion,
  type Entry,
} from './document.js';
import { addLines, type Line, lineOf, noLines, noNumbers } from './line.js';

export interface BookOptions {
  readonly warehouse: Pick<Warehouse, 'fetchDocuments'>;
  /** Documents that may be in the ledger; anything else is new for certain. */
  readonly known: { mayContain(documentHash: number): boolean };
}

/**
 * Sales rows for the document versions of one tenant in one commit.
 * Documents that are new for certain and have a single version, which is nearly all, are booked
 * without looking anything up.
 */
export async function bookDocuments(
  tenant: TenantId,
  versions: readonly DocumentVersion[],
  { warehouse, known }: BookOptions,
): Promise<LedgerRow<'sales'>[]> {
  const byDocument = groupBy(versions, (version) => version.documentId);
  const orders = refundedOrders(versions);
  const wanted = [...byDocument]
    .map(([documentId, [first]]) => ({ documentId, documentHash: first?.documentHash ?? 0 }))
    .concat(orders.map(({ documentId, documentHash }) => ({ documentId, documentHash })))
    .filter(({ documentHash }) => known.mayContain(documentHash));
  const histories = toHistories(await warehouse.fetchDocuments(tenant, wanted));

  const rows: LedgerRow<'sales'>[] = [];
  const refunded = new Set(orders.map((order) => order.documentId));
  // orders first, so that a refund in the same commit finds the order it belongs to
  for (const [documentId, group] of byDocument) {
    if (documentId.startsWith('refund:')) continue;
    const remember = refunded.has(documentId);
    bookGroup({ tenant, documentId, group, histories, rows, remember });
  }
  for (const [documentId, group] of byDocument) {
    if (documentId.startsWith('refund:')) {
      const informed = group.map((version) => withOrderContext(version, histories));
      bookGroup({ tenant, documentId, group: informed, histories, rows, remember: false });
    }
  }
  return rows;
}

export type Histories = Map<string, readonly BookedVersion[]>;

interface Group {
  readonly tenant: TenantId;
  readonly documentId: string;
  readonly group: readonly DocumentVersion[];
  readonly histories: Histories;
  /** Receives the rows. */
  readonly rows: LedgerRow<'sales'>[];
  /** Whether something else of this commit asks for the history. */
  readonly remember: boolean;
}

function bookGroup({ tenant, documentId, group, histories, rows, remember }: Group): void {
  let history = histories.get(documentId) ?? [];
  const [only] = group;
  const isAlone = history.length === 0 && group.length === 1 && !remember;
  if (isAlone && only !== undefined && isPlain(only)) {
    for (const line of only.lines) rows.push(salesRow(tenant, only, only.entry, line));
    return;
  }
  for (const version of group) {
    const booked = bookVersion(history, version);
    history = booked.versions;
    for (const booking of booked.bookings) rows.push(...bookingRows(tenant, booking));
  }
  histories.set(documentId, history);
}

/** A first version whose rows are simply its lines. */
function isPlain({ entry, lines }: DocumentVersion): boolean {
  return entry !== 'cancellation' && lines.length > 0;
}

export function bookingRows(tenant: TenantId, { version, lines }: Booking): LedgerRow<'sales'>[] {
  if (lines.size > 0) {
    return [...lines.values()].map((line) => salesRow(tenant, version, version.entry, line));
  }
  // a version without a difference leaves a mark, so that a later arrival finds its place
  const entry = version.entry === 'cancellation' ? 'cancellation' : 'revision';
  return [salesRow(tenant, version, entry, emptyLine)];
}

const emptyLine: Line = {
  costKnown: true,
  context: {
    line_id: '(none)',
    customer_key: null,
    country: null,
    product_id: null,
    location_id: null,
    channel: null,
    promotion_id: null,
    currency: '',
  },
  numbers: noNumbers,
};

function salesRow(
  tenant: TenantId,
  version: Omit<DocumentVersion, 'lines' | 'refundOf'>,
  entry: Entry | 'revision',
  line: Line,
): LedgerRow<'sales'> {
  const { context, numbers } = line;
  // the ledger's own order of columns, spelled out: this runs for every line of every order
  return [
    tenant,
    null,
    version.eventId,
    version.atMs,
    version.receivedAtMs,
    version.documentId,
    version.documentHash,
    entry,
    version.orderId,
    context.line_id,
    context.customer_key,
    context.country,
    context.product_id,
    context.location_id,
    context.channel,
    context.promotion_id,
    context.currency,
    numbers.quantity,
    numbers.gross,
    numbers.discount,
    numbers.tax,
    numbers.shipping,
    line.costKnown ? numbers.cost : null,
    numbers.net,
    numbers.orders,
  ];
}

/** Rebuilds what was booked, version by version, from the ledger. */
export function toHistories(rows: readonly LedgerRow<'sales'>[]): Histories {
  const byVersion = groupBy(
    rows.map((row) => fromRow('sales', row)),
    (columns) => JSON.stringify([columns.document_id, columns.occurred_at, columns.event_id]),
  );
  const histories = new Map<string, BookedVersion[]>();
  for (const group of byVersion.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const documentId = first.document_id;
    const version: BookedVersion = {
      documentId,
      documentHash: first.document_hash,
      orderId: first.order_id,
      eventId: first.event_id,
      entry: entryOf(group.map(({ entry }) => entry)),
      atMs: first.occurred_at,
      receivedAtMs: first.received_at,
      booked: addLines(noLines, group.map(lineOf)),
    };
    const history = histories.get(documentId);
    if (history === undefined) histories.set(documentId, [version]);
    else history.push(version);
  }
  for (const history of histories.values()) {
    history.sort(
      (a, b) =>
        a.atMs - b.atMs || a.receivedAtMs - b.receivedAtMs || (a.eventId < b.eventId ? -1 : 1),
    );
  }
  return histories;
}

function entryOf(entries: readonly string[]): Entry {
  if (entries.includes('cancellation')) return 'cancellation';
  return entries.includes('refund') ? 'refund' : 'sale';
}

function refundedOrders(versions: readonly DocumentVersion[]) {
  return versions.flatMap((version) => version.refundOf ?? []);
}

/** A refund that does not say who and where takes that from its order, when the order is known. */
function withOrderContext(version: DocumentVersion, histories: Histories): DocumentVersion {
  const order = histories.get(version.refundOf?.documentId ?? '')?.[0];
  const [sample] = order?.booked.values() ?? [];
  if (sample === undefined) return version;
  const { customer_key, country, location_id, channel, promotion_id } = sample.context;
  return {
    ...version,
    lines: version.lines.map((line) => ({
      ...line,
      context: {
        ...line.context,
        customer_key: line.context.customer_key ?? customer_key,
        country: line.context.country ?? country,
        location_id: line.context.location_id ?? location_id,
        channel: line.context.channel ?? channel,
        promotion_id: line.context.promotion_id ?? promotion_id,
      },
    })),
  };
}
