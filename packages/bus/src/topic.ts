/**
 * What messages are about, and the type of what they carry: plain JSON, as it may cross processes.
 * Rooms declare their own with `defineTopic`.
 */
export interface Topic<T> {
  readonly name: string;
  /** Holds the payload's type; there is no value. */
  readonly payload?: T;
}

const named = /^[a-z][a-z0-9_]{0,63}$/;

/** @param name  in snake_case, one of its kind in the whole product */
export function defineTopic<T>(name: string): Topic<T> {
  if (!named.test(name)) throw new Error(`"${name}" is no name of a topic`);
  return { name };
}
