import type { CustomerKey, TenantId } from '@olympus/core';

/** A person, as the stores know them. */
export interface PersonReference {
  readonly tenant: TenantId;
  /** Pseudonym that ledgers carry. */
  readonly key: CustomerKey;
  /** Id under which the business knows them. */
  readonly customerId: string;
}

/** What was found of a person in one store. */
export interface PersonalFinding {
  /** Rows, documents or files. */
  readonly count: number;
  /** What of it can be told: for an export. */
  readonly content: readonly Readonly<Record<string, unknown>>[];
}

/** One store of data about people. */
export interface PersonalData {
  /** `room.store`, `platform.people`. */
  readonly store: string;
  /** What is kept, for the person who asks. */
  readonly what: string;
  /** Where it lies, for operators. */
  readonly where: string;
  /** How long it is kept, for people. */
  readonly kept: string;
  /** `clear`: readable in files. `sealed`: under the person's own key. `pseudonym`: only under a key that the tenant's secret makes. */
  readonly form: 'clear' | 'sealed' | 'pseudonym';
  find(person: PersonReference): Promise<PersonalFinding>;
  /** Takes away what tells who it was. @returns what was touched */
  erase(person: PersonReference): Promise<{ readonly count: number }>;
}
