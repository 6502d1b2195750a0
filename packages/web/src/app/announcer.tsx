import { useSyncExternalStore } from 'react';

let message = '';
let turn = false;
const listeners = new Set<() => void>();

/** Says something to screen readers, politely, from the page's one live region. */
export function announce(text: string): void {
  // The same text twice in a row would not be spoken: a no-break space makes it differ.
  turn = !turn;
  message = turn ? text : `${text}\u00a0`;
  for (const listener of listeners) listener();
}

export function Announcer() {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => message,
  );
  return (
    <output aria-live="polite" className="sr-only">
      {text}
    </output>
  );
}
