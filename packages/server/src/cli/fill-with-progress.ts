import { type DemoRooms, fillDemo } from '@olympus/demo';
import type { Terminal } from './terminal.js';

/** Fills the demo and shows how far it is. */
export async function fillWithProgress(
  rooms: DemoRooms,
  terminal: Pick<Terminal, 'progress'>,
): Promise<void> {
  await fillDemo(rooms, undefined, (share, events) =>
    terminal.progress('Filling the demo', share, `${events.toLocaleString('en')} events`),
  );
}
