import { declaredRecords } from '../entities/records.js';
import { declaredFacts } from './facts.js';
import type { FactDeclaration, RecordDeclaration } from './ledger.js';

/** The declarations' own types by ledger name. */
export type Declared = {
  [L in (typeof declaredFacts)[number] | (typeof declaredRecords)[number] as L['name']]: L;
};

export type FactLedgerName = (typeof declaredFacts)[number]['name'];
export type EntityLedgerName = (typeof declaredRecords)[number]['name'];
export type LedgerName = FactLedgerName | EntityLedgerName;

type FactLedger = FactDeclaration<FactLedgerName>;
export type EntityLedger = RecordDeclaration<EntityLedgerName>;

/** A table of the warehouse, as data. Adapters make their tables from it. */
export type Ledger = FactLedger | EntityLedger;

export const factLedgers: readonly FactLedger[] = declaredFacts;

const entityLedgers: readonly EntityLedger[] = declaredRecords;

export const ledgers: readonly Ledger[] = [...factLedgers, ...entityLedgers];

const keyColumns: ReadonlyMap<string, string> = new Map(
  entityLedgers.map(({ name, keyColumn }) => [name, keyColumn]),
);

/** Column by which an entity's record is known. */
export function keyColumnOf<L extends EntityLedgerName>(ledger: L): Declared[L]['keyColumn'] {
  return keyColumns.get(ledger) as Declared[L]['keyColumn'];
}
