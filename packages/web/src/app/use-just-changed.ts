import { useState } from 'react';

/**
 * Whether a value differs from the first one seen within the same scope: true after a live update,
 * false after the reader asked for something else.
 */
export function useJustChanged(value: unknown, scope: string): boolean {
  const [seen, setSeen] = useState({ value, scope });
  if (seen.scope !== scope) {
    setSeen({ value, scope });
    return false;
  }
  return seen.value !== value;
}
