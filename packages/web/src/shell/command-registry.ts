import { useEffect, useRef } from 'react';
import type { Command } from './commands.js';

const offered = new Set<{ readonly current: readonly Command[] }>();

/** Offers commands in the palette for as long as the component is shown. */
export function useOfferedCommands(commands: readonly Command[]): void {
  const list = useRef(commands);
  useEffect(() => {
    list.current = commands;
  });
  useEffect(() => {
    offered.add(list);
    return () => {
      offered.delete(list);
    };
  }, []);
}

/** What the pages offer at this moment. */
export function offeredCommands(): readonly Command[] {
  return [...offered].flatMap((list) => list.current);
}
