import type { Parameter } from './statement.js';

/** A piece of a fragment. Only `text` reaches the statement as it stands, and it is never a user's. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'identifier'; readonly name: string }
  | { readonly kind: 'parameter'; readonly parameter: Parameter };

/** SQL with its values beside it; made by {@link sql}, {@link bind}, {@link identifier} and {@link join} only. */
export interface Fragment {
  readonly parts: readonly Part[];
}

const identifierPattern = /^[a-z][a-z0-9_]{0,62}$/;

/**
 * SQL from a template. Every interpolated value is a fragment itself, so a plain string or number
 * cannot become part of the text: values go through {@link bind}.
 */
export function sql(texts: TemplateStringsArray, ...values: readonly Fragment[]): Fragment {
  const parts: Part[] = [];
  texts.forEach((text, index) => {
    if (text !== '') parts.push({ kind: 'text', text });
    const value = values[index];
    if (value === undefined) return;
    // a filter may have more values than a call may have arguments
    if (value.parts.length < 1_000) parts.push(...value.parts);
    else for (const part of value.parts) parts.push(part);
  });
  return { parts };
}

/** A value bound as a parameter of its type. The same fragment used twice is bound once. */
export function bind(type: Parameter['type'], value: Parameter['value']): Fragment {
  return { parts: [{ kind: 'parameter', parameter: { type, value } }] };
}

/**
 * A table, column or alias of the program's own (`a-z 0-9 _`).
 * @throws Error for any other text: names come from the ledgers, never from users
 */
export function identifier(name: string): Fragment {
  if (!identifierPattern.test(name)) throw new Error('not an identifier of this program');
  return { parts: [{ kind: 'identifier', name }] };
}

/** A name of the program's own (`a-z 0-9 _`) as a text value. @throws Error for any other text */
export function nameLiteral(name: string): Fragment {
  if (!identifierPattern.test(name)) throw new Error('not a name of this program');
  return { parts: [{ kind: 'text', text: `'${name}'` }] };
}

/** A whole number as text, for places that take no parameter: LIMIT, positions, intervals. */
export function integerLiteral(value: number): Fragment {
  if (!Number.isSafeInteger(value)) throw new Error('not a whole number');
  return { parts: [{ kind: 'text', text: String(value) }] };
}

/** A plain number between −1 and 1 as text, such as the share of a quantile. */
export function decimalLiteral(value: number): Fragment {
  if (!(Math.abs(value) <= 1)) throw new Error('not a share');
  return { parts: [{ kind: 'text', text: value.toFixed(6) }] };
}

/** Fragments in a row with a separator (`', '` by default); nothing for none. */
export function join(fragments: readonly Fragment[], separator: Fragment = sql`, `): Fragment {
  const parts: Part[] = [];
  fragments.forEach((fragment, index) => {
    if (index > 0) parts.push(...separator.parts);
    parts.push(...fragment.parts);
  });
  return { parts };
}

/** No SQL at all. */
export const nothing: Fragment = { parts: [] };
