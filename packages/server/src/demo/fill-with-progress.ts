import type { Terminal } from '../cli/terminal.js';
import { type DemoRooms, fillDemo } from './demo.js';

/** Fills the demo and shows how far it is. */
export async function fillWithProgress(
  rooms: DemoRooms,
  terminal: Pick<Terminal, 'progress'>,
): Promise<void> {
  await fillDemo(rooms, (share, events) =>
    terminal.progress('Filling the demo', share, `${events.toLocaleString('en')} events`),
  );
}
