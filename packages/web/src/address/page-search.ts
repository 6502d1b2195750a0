import { type Address, textsAt } from './address.js';

/** How one value of a page's state stands in the address. */
export interface Param<Value> {
  /** @param texts the key's values; none when it is absent. Anything not understood is the default. */
  parse(texts: readonly string[]): Value;
  /** None for the default: it needs no place in the address. */
  serialise(value: Value): readonly string[];
  /** Whether it means the same at every tenant and so goes along to another one. */
  readonly everyTenant: boolean;
}

/** What a page keeps in the address beside the scope: plain keys, each with its own reading. */
export type PageSearch<State> = { readonly [Key in keyof State]: Param<State[Key]> };

/** Any text, or nothing. */
export const text = ({ everyTenant = false } = {}): Param<string | undefined> => ({
  everyTenant,
  parse: ([value]) => value,
  serialise: (value) => (value ? [value] : []),
});

/** One of a few words. */
export const oneOf = <Word extends string>(
  words: readonly Word[],
  fallback: NoInfer<Word>,
): Param<Word> => ({
  everyTenant: true,
  parse: ([value]) => words.find((word) => word === value) ?? fallback,
  serialise: (value) => (value === fallback ? [] : [value]),
});

/** On or off; `1` in the address. */
export const flag = (): Param<boolean> => ({
  everyTenant: true,
  parse: ([value]) => value === '1',
  serialise: (value) => (value ? ['1'] : []),
});

/** A whole number from `least` on, a page number for one. */
export const whole = (fallback: number, least = 0): Param<number> => ({
  everyTenant: true,
  parse: ([value]) => {
    const number = Number(value ?? Number.NaN);
    return Number.isSafeInteger(number) && number >= least ? number : fallback;
  },
  serialise: (value) => (value === fallback ? [] : [String(value)]),
});

/** Several texts, each with the key repeated. */
export const texts = (): Param<readonly string[]> => ({
  everyTenant: false,
  parse: (values) => values,
  serialise: (values) => values,
});

export function parsePageSearch<State>(search: PageSearch<State>, address: Address): State {
  const entries = keysOf(search).map((key) => [key, search[key].parse(textsAt(address, key))]);
  return Object.fromEntries(entries) as State;
}

/** The address with some of a page's state changed; every other key stays. */
export function changePageSearch<State>(
  search: PageSearch<State>,
  address: Address,
  change: Partial<State>,
): Address {
  const next: Record<string, Address[string]> = { ...address };
  for (const key of keysOf(search)) {
    if (!Object.hasOwn(change, key)) continue;
    const values = search[key].serialise(change[key] as State[typeof key]);
    if (values.length === 0) delete next[key];
    else next[key] = values.length === 1 ? values[0] : values;
  }
  return next;
}

function keysOf<State>(search: PageSearch<State>): readonly (keyof State & string)[] {
  return Object.keys(search) as (keyof State & string)[];
}
