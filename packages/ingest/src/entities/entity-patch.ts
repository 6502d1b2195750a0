import type { EntityLedgerName, keyColumnOf, NewValues } from '@olympus/semantic';

type KeyColumn<L extends EntityLedgerName> = ReturnType<typeof keyColumnOf<L>>;
type LaidApart = 'tenant_id' | 'version_at' | 'attributes' | 'consent' | 'sealed';

/** Columns of a record that an event tells as they are. */
type RecordFields<L extends EntityLedgerName> = Partial<
  Omit<NewValues<L>, LaidApart | KeyColumn<L>>
>;

/** New knowledge about one customer, product or location. Fields left out stay as they were. */
export type EntityPatch<L extends EntityLedgerName = EntityLedgerName> = {
  [Name in L]: {
    readonly ledger: Name;
    readonly key: string;
    readonly atMs: number;
    readonly fields: RecordFields<Name>;
  };
}[L];

/** A patch, and what of it is personal. */
export type PersonPatch = EntityPatch & { readonly personal?: Readonly<Record<string, unknown>> };
