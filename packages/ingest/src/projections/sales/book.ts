import { createPace, type TenantId } from '@olympus/core';
import type { LedgerRow } from '@olympus/semantic';
import { groupBy } from '../../group-by.js';
import {
  type ArrivedVersion,
  type Booked,
  bookAccount,
  byTime,
  type DocumentVersion,
  type Entry,
  nothingBooked,
} from './document.js';
import type { Histories, StoredVersion } from './history.js';
import { type Line, type Lines, noLines, noNumbers, subtractLines, toLines } from './line.js';
import { printStated } from './stated.js';

const entries: readonly Entry[] = ['sale', 'refund', 'cancellation'];

/**
 * Sales rows for the document versions of one tenant in one commit, in the order they arrived.
 * Orders that are new and have a single version, which is nearly all, are booked as they are.
 * @param histories  of all accounts that are in the ledger already
 */
export async function bookDocuments(
  tenant: TenantId,
  versions: readonly DocumentVersion[],
  histories: Histories,
): Promise<LedgerRow<'sales'>[]> {
  const byAccount = groupBy(versions, (version) => version.accountId);
  const rows: LedgerRow<'sales'>[] = [];
  for (const [accountId, group] of byAccount) {
    const history = histories.get(accountId);
    const [only] = group;
    if (history === undefined && group.length === 1 && only !== undefined && isPlain(only)) {
      for (const line of only.lines) rows.push(salesRow(tenant, only, only.entry, line));
    } else {
      for (const row of await arrive(tenant, history ?? [], group)) rows.push(row);
    }
  }
  return rows;
}

/** A first version whose rows are simply its lines. */
function isPlain({ entry, lines }: DocumentVersion): boolean {
  return entry === 'sale' && lines.length > 0;
}

/** The rows that bring an account's ledger to what it is with the versions that arrived. */
async function arrive(
  tenant: TenantId,
  history: readonly StoredVersion[],
  arrived: readonly DocumentVersion[],
): Promise<LedgerRow<'sales'>[]> {
  const last = history.reduce((most, { version }) => Math.max(most, version.arrival), -1);
  const all = [
    ...history,
    ...arrived.map((version, index) => ({
      version: { ...version, arrival: last + 1 + index },
      booked: nothingBooked,
      isStated: false,
    })),
  ].sort((a, b) => byTime(a.version, b.version));
  const pace = createPace({ shared: true });
  const rows: LedgerRow<'sales'>[] = [];
  let place = 0;
  for (const target of bookAccount(all.map(({ version }) => version))) {
    const one = all[place++];
    if (one === undefined) break;
    const { version, booked, isStated } = one;
    for (const row of bookingRows(tenant, version, target, booked)) rows.push(row);
    if (!isStated && !tellsItself(version, target)) rows.push(statedRow(tenant, version));
    if (pace.due()) await pace.rest();
  }
  return rows;
}

/** Whether a version can be read from its rows alone. */
function tellsItself({ entry, arrival, lines }: ArrivedVersion, { sale, ...others }: Booked) {
  return (
    entry === 'sale' &&
    arrival === 0 &&
    sale.size > 0 &&
    others.refund.size === 0 &&
    subtractLines(sale, toLines(lines)).size === 0
  );
}

/**
 * What to book so that the ledger is as if some versions had never come: the versions that remain
 * and whose rows change, each with all of its rows.
 */
export function withdrawVersions(
  tenant: TenantId,
  history: readonly StoredVersion[],
  withdrawn: ReadonlySet<string>,
): readonly { readonly version: ArrivedVersion; readonly rows: LedgerRow<'sales'>[] }[] {
  const remaining = history.filter(({ version }) => !withdrawn.has(version.eventId));
  const targets = [...bookAccount(remaining.map(({ version }) => version))];
  return remaining.flatMap(({ version, booked }, index) => {
    const target = targets[index] ?? nothingBooked;
    if (entries.every((entry) => subtractLines(target[entry], booked[entry]).size === 0)) return [];
    const rows = bookingRows(tenant, version, target, nothingBooked);
    if (!tellsItself(version, target)) rows.push(statedRow(tenant, version));
    return [{ version, rows }];
  });
}

function bookingRows(
  tenant: TenantId,
  version: DocumentVersion,
  target: Booked,
  booked: Booked,
): LedgerRow<'sales'>[] {
  return entries.flatMap((entry) =>
    Array.from(difference(target[entry], booked[entry]), (line) =>
      salesRow(tenant, version, entry, line),
    ),
  );
}

const difference = (target: Lines, booked: Lines): Iterable<Line> =>
  (target === noLines && booked === noLines ? noLines : subtractLines(target, booked)).values();

/** A row without amounts that keeps what a version said. */
function statedRow(tenant: TenantId, version: ArrivedVersion): LedgerRow<'sales'> {
  const context = { ...version.context, line_id: '(none)', product_id: null };
  const line: Line = { context, costKnown: true, numbers: noNumbers };
  return salesRow(tenant, version, 'revision', line, printStated(version));
}

function salesRow(
  tenant: TenantId,
  version: DocumentVersion,
  entry: Entry | 'revision',
  line: Line,
  stated: string | null = null,
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
    version.accountHash,
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
    stated,
  ];
}
