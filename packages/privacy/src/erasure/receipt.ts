import type { PersonalData } from '@olympus/contract';
import { type Found, isCustomerData } from '../people/register.js';

/** What became of one store. */
export interface ReceiptEntry {
  readonly store: string;
  readonly what: string;
  readonly about: PersonalData['about'];
  /** Rows found before, by part; null for stores that hold nothing of customers by themselves. */
  readonly found: Readonly<Record<string, number>> | null;
  readonly done: Readonly<Record<string, number>> | null;
  /** Rows found by the same search afterwards. */
  readonly left: Readonly<Record<string, number>> | null;
  /** How stores go that are not searched. */
  readonly goes: string | null;
}

/** Proof of an erasure. It names nobody. */
export interface Receipt {
  readonly id: string;
  readonly tenant: string;
  /** Stands for the customer: who has the id can be found by it. */
  readonly person: string;
  readonly requested_at: string;
  readonly finished_at: string;
  readonly outcome: 'erased' | 'nothing_found';
  readonly stores: readonly ReceiptEntry[];
  /** Files that were cleared of what erasing had left in them. */
  readonly scrubbed: readonly string[];
}

export function receiptEntries(
  stores: readonly PersonalData[],
  about: { readonly found: Found; readonly done: Found; readonly left: Found },
): readonly ReceiptEntry[] {
  return stores.map((data) => {
    const { store, what } = data;
    const isSearched = isCustomerData(data);
    return {
      store,
      what,
      about: data.about,
      found: isSearched ? (about.found[store] ?? {}) : null,
      done: isSearched ? (about.done[store] ?? {}) : null,
      left: isSearched ? (about.left[store] ?? {}) : null,
      goes: isSearched ? null : data.goes,
    };
  });
}
