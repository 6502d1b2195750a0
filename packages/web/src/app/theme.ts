import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from './stored.js';

export type Theme = 'light' | 'dark' | 'system';

const listeners = new Set<() => void>();
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const forcedColors = matchMedia('(forced-colors: active)');
let chosen = readTheme();

function readTheme(): Theme {
  const stored = readStored('theme');
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function apply(): void {
  const dark = chosen === 'dark' || (chosen === 'system' && systemDark.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  for (const listener of listeners) listener();
}

systemDark.addEventListener('change', apply);
forcedColors.addEventListener('change', apply);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setTheme(theme: Theme): void {
  writeStored('theme', theme);
  showTheme(theme);
}

/** For this page alone: nothing is remembered. */
export function showTheme(theme: Theme): void {
  chosen = theme;
  apply();
}

/** What the reader chose. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => chosen);
}

/** Changes whenever the page's colours do; for what paints with resolved colours, like charts. */
export function usePalette(): string {
  return useSyncExternalStore(
    subscribe,
    () => `${document.documentElement.dataset.theme}${forcedColors.matches ? ' forced' : ''}`,
  );
}
