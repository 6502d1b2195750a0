import { useEffect, useRef, useSyncExternalStore } from 'react';
import { readStored, writeStored } from '../app/stored.js';

/** A key, or two keys after one another ("g o"), and what it does. */
export interface Shortcut {
  readonly keys: string;
  readonly does: string;
  readonly run: () => void;
}

const PAUSE_MS = 1_000;
const registered = new Set<{ readonly current: readonly Shortcut[] }>();
const listeners = new Set<() => void>();
let enabled = readStored('shortcuts') !== 'off';

/** Whether single keys act. Readers can turn them off (WCAG 2.1.4); they stay off. */
export function useShortcutsEnabled(): readonly [boolean, (next: boolean) => void] {
  const value = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => enabled,
  );
  return [value, setEnabled];
}

function setEnabled(next: boolean): void {
  enabled = next;
  writeStored('shortcuts', next ? 'on' : 'off');
  for (const listener of listeners) listener();
}

/** Everything that single keys do at this moment, for the shortcut sheet. */
export function currentShortcuts(): readonly Shortcut[] {
  return [...registered].flatMap((list) => list.current);
}

/** Offers shortcuts for as long as the component is shown. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const list = useRef(shortcuts);
  useEffect(() => {
    list.current = shortcuts;
  });
  useEffect(() => {
    registered.add(list);
    return () => {
      registered.delete(list);
    };
  }, []);
}

/** Listens for single keys; mounted once, by the shell. */
export function useShortcutKeys(): void {
  useEffect(() => {
    let first = '';
    let firstAtMs = 0;
    const onKey = (event: KeyboardEvent) => {
      if (!enabled || event.defaultPrevented || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const pair = Date.now() - firstAtMs < PAUSE_MS ? `${first} ${event.key}` : '';
      const found = currentShortcuts().find(({ keys }) => keys === pair || keys === event.key);
      first = event.key;
      firstAtMs = Date.now();
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

/** Keys belong to fields, and to whatever layer is open. The chart's slider takes no letters. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('input:not([type=range]), textarea, select, [contenteditable]')) return true;
  return target.closest('[role=dialog],[role=menu],[role=listbox]') !== null;
}
