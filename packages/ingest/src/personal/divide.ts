import type { Known } from '../schemas/known.js';
import { clearAddress } from './web-address.js';

type Fields = Readonly<Record<string, unknown>>;

/** A value in two: what may be stored in clear, and what is to be sealed. */
export interface Divided {
  /** Undefined where nothing of it may. */
  readonly clear: unknown;
  /** In the places that it had: `{"items": {"0": {"engraving": "…"}}}`. */
  readonly rest: unknown;
}

/**
 * Divides a value by what its schema knows of it.
 * @param hide gives what stands in the place of a text that names somebody, or the text itself
 * @returns undefined when all of it may be stored in clear, as with most events
 */
export function divide(
  value: unknown,
  known: Known,
  hide: (text: string) => string,
): Divided | undefined {
  if (typeof value === 'string') {
    const clear = known.webAddress ? clearAddress(value) : hide(value);
    return clear === value ? undefined : { clear, rest: value };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return divideItems(value, known.items, hide);
  return known.members === undefined
    ? { clear: undefined, rest: value }
    : divideMembers(value as Fields, known.members, hide);
}

function divideMembers(
  value: Fields,
  members: ReadonlyMap<string, Known>,
  hide: (text: string) => string,
): Divided | undefined {
  let clear: Record<string, unknown> | undefined;
  let rest: Record<string, unknown> | undefined;
  for (const name in value) {
    const member = value[name];
    const known = members.get(name);
    const divided =
      known === undefined ? { clear: undefined, rest: member } : divide(member, known, hide);
    if (divided === undefined) continue;
    clear ??= { ...value };
    rest ??= {};
    rest[name] = divided.rest;
    if (divided.clear === undefined) delete clear[name];
    else clear[name] = divided.clear;
  }
  return rest === undefined ? undefined : { clear, rest };
}

function divideItems(
  value: readonly unknown[],
  known: Known | undefined,
  hide: (text: string) => string,
): Divided | undefined {
  if (known === undefined) return { clear: undefined, rest: value };
  let clear: unknown[] | undefined;
  let rest: Record<string, unknown> | undefined;
  for (let at = 0; at < value.length; at++) {
    const divided = divide(value[at], known, hide);
    if (divided === undefined) continue;
    clear ??= [...value];
    rest ??= {};
    rest[at] = divided.rest;
    clear[at] = divided.clear ?? null;
  }
  return rest === undefined ? undefined : { clear, rest };
}

/** The value as it was before {@link divide}. */
export function restore(clear: unknown, rest: unknown): unknown {
  if (typeof clear !== 'object' || clear === null) return rest;
  if (typeof rest !== 'object' || rest === null) return rest;
  const whole: unknown = Array.isArray(clear) ? [...clear] : { ...clear };
  for (const [name, value] of Object.entries(rest)) {
    const members = whole as Record<string, unknown>;
    members[name] = restore(members[name], value);
  }
  return whole;
}
