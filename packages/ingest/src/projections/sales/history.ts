import { createPace } from '@olympus/core';
import { fromRow, type LedgerRow, type LedgerValues } from '@olympus/semantic';
import { groupBy } from '../../group-by.js';
import { type ArrivedVersion, type Booked, byTime, type Entry } from './document.js';
import { addLines, contextOf, type Line, type Lines, lineOf, noLines, wholeOrder } from './line.js';
import type { Claim } from './refund.js';
import { parseStated } from './stated.js';

/** A version as the ledger has it. */
export interface StoredVersion {
  readonly version: ArrivedVersion;
  readonly booked: Booked;
  /** Whether what it said is kept beside its rows. */
  readonly isStated: boolean;
}

/** Versions by account, in the order of time. */
export type Histories = ReadonlyMap<string, readonly StoredVersion[]>;

type Row = LedgerValues<'sales'>;

const accountOf = ({ order_id, document_id }: Row): string =>
  order_id === null ? document_id : `order:${order_id}`;

/** Rebuilds what was said and booked, version by version, from the ledger. */
export async function toHistories(rows: readonly LedgerRow<'sales'>[]): Promise<Histories> {
  const pace = createPace({ shared: true });
  const values: Row[] = [];
  for (const row of rows) {
    values.push(fromRow('sales', row));
    if (pace.due()) await pace.rest();
  }
  const histories = new Map<string, readonly StoredVersion[]>();
  for (const [account, ofAccount] of groupBy(values, accountOf)) {
    const byEvent = groupBy(ofAccount, (row) => `${row.document_id}\n${row.event_id}`);
    const stored: StoredVersion[] = [];
    for (const group of byEvent.values()) {
      stored.push(toVersion(account, group));
      if (pace.due()) await pace.rest();
    }
    stored.sort((a, b) => byTime(a.version, b.version));
    histories.set(account, withOldLines(stored));
  }
  return histories;
}

function toVersion(accountId: string, rows: readonly Row[]): StoredVersion {
  const mark = rows.find(({ stated }) => stated !== null);
  const first = mark ?? (rows[0] as Row);
  const entries = groupBy(
    rows.filter(({ entry }) => entry !== 'revision'),
    ({ entry }) => entry,
  );
  const linesOf = (entry: Entry): Lines =>
    addLines(noLines, (entries.get(entry) ?? []).map(lineOf));
  const booked: Booked = {
    sale: linesOf('sale'),
    refund: linesOf('refund'),
    cancellation: linesOf('cancellation'),
  };
  const context = contextOf(first);
  const said =
    mark?.stated == null
      ? { arrival: 0, entry: oldEntry(rows), lines: [] }
      : parseStated(mark.stated, context);
  return {
    isStated: mark !== undefined,
    booked,
    version: {
      ...said,
      documentId: first.document_id,
      accountId,
      accountHash: first.document_hash,
      orderId: first.order_id,
      eventId: first.event_id,
      atMs: first.occurred_at,
      receivedAtMs: first.received_at,
      context,
    },
  };
}

/**
 * What versions said of which the ledger has the rows alone: the only version of an order, and all
 * that releases wrote which booked each document's differences by themselves. They add up.
 */
function withOldLines(stored: readonly StoredVersion[]): readonly StoredVersion[] {
  if (stored.every(({ isStated }) => isStated)) return stored;
  const sums = new Map<string, Lines>();
  return stored.map((one): StoredVersion => {
    const { version, booked } = one;
    if (one.isStated) return one;
    const { documentId, entry } = version;
    const before = sums.get(documentId);
    if (entry === 'cancellation') {
      sums.set(documentId, noLines);
      const own =
        before === undefined ? addLines(noLines, booked.cancellation.values(), -1) : noLines;
      return { ...one, version: { ...version, lines: [...own.values()] } };
    }
    const after = addLines(before ?? noLines, booked[entry].values());
    sums.set(documentId, after);
    if (entry === 'sale') return { ...one, version: { ...version, lines: [...after.values()] } };
    const lines = [...addLines(noLines, after.values(), -1).values()];
    return { ...one, version: { ...version, lines, claim: oldClaim(lines) } };
  });
}

function oldEntry(rows: readonly Row[]): Entry {
  const entries = rows.map(({ entry }) => entry);
  if (entries.includes('cancellation')) return 'cancellation';
  const [first] = rows;
  return first?.document_id.startsWith('refund:') ? 'refund' : 'sale';
}

const oldClaim = (lines: readonly Line[]): Claim => ({
  kind: lines.every(({ context }) => context.line_id === wholeOrder) ? 'amount' : 'lines',
  goodwill: false,
});
