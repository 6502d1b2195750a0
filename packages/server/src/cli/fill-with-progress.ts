import type { Demo } from '@olympus/demo';
import type { Terminal } from './terminal.js';

/** Fills the demo that a new server shows, and tells how far it is. */
export async function fillWithProgress(
  demo: Demo,
  terminal: Pick<Terminal, 'progress'>,
): Promise<void> {
  await demo.fill(demo.first, {
    progress: (share, events) =>
      terminal.progress('Filling the demo', share, `${events.toLocaleString('en')} events`),
  });
}
