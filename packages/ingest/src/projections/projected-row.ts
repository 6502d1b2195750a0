import { type LedgerRow, type NewValues, toRow } from '@olympus/semantic';

/** Ledgers of which an event adds one row, made of the event alone. */
export type RowLedger =
  | 'payments'
  | 'stock'
  | 'sessions'
  | 'feedback'
  | 'exposures'
  | 'spend'
  | 'messages';

/** Columns that are alike for every row of an event. */
export interface EventColumns {
  readonly tenant_id: string;
  readonly event_id: string;
  readonly occurred_at: number;
  readonly received_at: number;
  /** What of the event is personal; for ledgers that keep it. */
  readonly sealed: string | null;
}

/** The columns of its row that an event says itself. */
export type ProjectedRow<L extends RowLedger = RowLedger> = {
  [Name in L]: {
    readonly ledger: Name;
    readonly columns: Omit<NewValues<Name>, keyof EventColumns> & {
      /** Where the fact happened at another time than the event. */
      readonly occurred_at?: number;
    };
  };
}[L];

export function completeRow<L extends RowLedger>(
  { ledger, columns }: ProjectedRow<L>,
  event: EventColumns,
): LedgerRow<L> {
  const values = {
    // spelled out: two spreads cost a third of an event's processor time more than one
    tenant_id: event.tenant_id,
    event_id: event.event_id,
    occurred_at: event.occurred_at,
    received_at: event.received_at,
    sealed: event.sealed,
    ...columns,
  };
  // the two together are all columns of the ledger
  return toRow(ledger, values as unknown as NewValues<L>);
}
