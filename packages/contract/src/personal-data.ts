import type { CustomerKey, TenantId } from '@olympus/core';

/** A person, as the stores know them. */
export interface PersonReference {
  readonly tenant: TenantId;
  /** Pseudonym that ledgers carry; made of the id by the tenant's secret. */
  readonly key: CustomerKey;
  /** Id under which the business knows them. */
  readonly customerId: string;
  /** What else they are known by, such as e-mail and phone, as far as it was stored. */
  readonly names: readonly string[];
}

/** What was found of a person in one store. */
export interface PersonalFinding {
  /** Rows, documents or files, by table or the like. */
  readonly counts: Readonly<Record<string, number>>;
  /** What of it can be told: for an export. */
  readonly content: readonly Readonly<Record<string, unknown>>[];
}

/** Takes out of the files what erasing left behind in them, such as pages that are free now. */
export interface Scrub {
  /** `room.what`; several stores may share one, which then runs once. */
  readonly name: string;
  run(): Promise<void>;
}

interface DeclaredStore {
  /** `room.store`, `platform.people`. */
  readonly store: string;
  /** What is kept, for the person who asks. */
  readonly what: string;
  /** Where it lies, for operators. */
  readonly where: string;
  /** How long it is kept, for people. */
  readonly kept: string;
  /** `clear`: readable in files. `sealed`: under a key. `pseudonym`: only under a key that the tenant's secret makes. */
  readonly form: 'clear' | 'sealed' | 'pseudonym';
  /** Tables that are declared by it: `control:<table>` and `ledger:<ledger>`. */
  readonly tables: readonly string[];
}

/** A store of data about a business's customers, who may ask for it and have it erased. */
export interface CustomerData extends DeclaredStore {
  readonly about: 'customer';
  find(person: PersonReference): Promise<PersonalFinding>;
  /**
   * Takes away what tells who it was. Doing it again does no harm.
   * @param replacement pseudonym, made by chance, under which amounts stay
   * @returns what was touched
   */
  erase(
    person: PersonReference,
    replacement: CustomerKey,
  ): Promise<Readonly<Record<string, number>>>;
  readonly scrub?: Scrub;
}

/** A store of data about people who use Olympus, or one that follows another store. */
export interface OtherPersonalData extends DeclaredStore {
  readonly about: 'account' | 'derived';
  /** How it goes: by which operation, or with what. */
  readonly goes: string;
}

/** One store of data about people. */
export type PersonalData = CustomerData | OtherPersonalData;
