import { useSyncExternalStore } from 'react';

/** A notice in passing. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'good' | 'bad';
  readonly undo: (() => void) | undefined;
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function setToasts(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Tells in passing that something was done, and lets it be undone, or that it failed; F8 moves there. */
export function toast(
  text: string,
  { tone = 'good', undo }: { readonly tone?: Toast['tone']; readonly undo?: () => void } = {},
): void {
  setToasts([...toasts.slice(-2), { id: ++lastId, text, tone, undo }]);
}

/** The notices that are shown now. */
export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}

/** Takes a notice away. */
export function dropToast(id: number): void {
  setToasts(toasts.filter((one) => one.id !== id));
}
