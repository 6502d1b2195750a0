/** A value with what it was before and what was undone. */
export interface History<Value> {
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
  /** What the last step was about, where it may go on. */
  readonly about: string | undefined;
}

/** Steps that can be undone; older ones are forgotten. */
const STEPS = 100;

export const begin = <Value>(present: Value): History<Value> => ({
  past: [],
  present,
  future: [],
  about: undefined,
});

/** @param about changes about one thing that follow each other are one step: typing in a field */
export function changed<Value>(
  history: History<Value>,
  next: Value,
  about?: string,
): History<Value> {
  const { past, present } = history;
  const goesOn = about !== undefined && about === history.about;
  return {
    past: goesOn ? past : [...past, present].slice(-STEPS),
    present: next,
    future: [],
    about,
  };
}

export function undone<Value>(history: History<Value>): History<Value> {
  const { past, present, future } = history;
  if (past.length === 0) return history;
  const before = past[past.length - 1] as Value;
  return {
    past: past.slice(0, -1),
    present: before,
    future: [present, ...future],
    about: undefined,
  };
}

export function redone<Value>(history: History<Value>): History<Value> {
  const { past, present, future } = history;
  if (future.length === 0) return history;
  const [next, ...rest] = future;
  return { past: [...past, present], present: next as Value, future: rest, about: undefined };
}
