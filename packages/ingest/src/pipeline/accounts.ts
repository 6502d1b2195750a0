import type { TenantId } from '@olympus/core';
import type { Warehouse } from '@olympus/warehouse';
import type { Refusal } from '../parse/envelope.js';
import { type Histories, toHistories } from '../projections/sales/history.js';
import type { AcceptedEvent } from './prepare.js';

/**
 * Lines that all versions of one order and its refunds may tell together. Each new version is
 * reckoned with all before it, so an account without bounds would hold up everybody.
 */
const mostLines = 10_000;

/** Why a version of an order is not booked. */
export const overlongAccount: Refusal = {
  code: 'order_too_long',
  reason: `the versions of this order have more than ${mostLines.toLocaleString('en')} lines together; send fewer changes of it, or its parts as orders of their own`,
  step: 'project',
};

interface Accounts {
  /** Of the orders and refunds among the events that are in the ledger already. */
  readonly histories: Histories;
  /** The events with which their account would say too much. */
  readonly overlong: ReadonlySet<AcceptedEvent>;
}

/**
 * What the ledger has of the orders and refunds among these events. Those that are new for certain,
 * which is nearly all, are not looked up.
 */
export async function readAccounts(
  tenant: TenantId,
  accepted: readonly AcceptedEvent[],
  {
    warehouse,
    known,
  }: {
    readonly warehouse: Pick<Warehouse, 'fetchDocuments'>;
    /** Accounts that may be in the ledger; anything else is new for certain. */
    readonly known: { mayContain(accountHash: number): boolean };
  },
): Promise<Accounts> {
  const wanted = new Map<string, number>();
  for (const { projection } of accepted) {
    const { document } = projection;
    if (document !== undefined && known.mayContain(document.accountHash)) {
      wanted.set(document.accountId, document.accountHash);
    }
  }
  const identities = Array.from(wanted, ([documentId, documentHash]) => ({
    documentId,
    documentHash,
  }));
  const histories = await toHistories(await warehouse.fetchDocuments(tenant, identities));
  return { histories, overlong: findOverlong(accepted, histories) };
}

/** The first version of an order is taken however long it is: one event is bounded already. */
function findOverlong(
  accepted: readonly AcceptedEvent[],
  histories: Histories,
): ReadonlySet<AcceptedEvent> {
  const said = new Map<string, number>();
  const overlong = new Set<AcceptedEvent>();
  for (const item of accepted) {
    const { document } = item.projection;
    if (document === undefined) continue;
    const { accountId, lines } = document;
    const before = said.get(accountId) ?? linesOf(histories.get(accountId) ?? []);
    const after = before + 1 + lines.length;
    if (before > 0 && after > mostLines) overlong.add(item);
    else said.set(accountId, after);
  }
  return overlong;
}

const linesOf = (
  history: readonly { readonly version: { readonly lines: readonly unknown[] } }[],
) => history.reduce((sum, { version }) => sum + 1 + version.lines.length, 0);
