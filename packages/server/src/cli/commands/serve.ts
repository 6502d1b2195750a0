import { systemClock } from '@olympus/core';
import type { Command } from 'commander';
import pino from 'pino';
import { demoTenant } from '../../demo/demo.js';
import { openRooms } from '../../wiring.js';
import type { CommandContext } from '../runner.js';
import { fillDemo, serve } from '../serve.js';

export function addServeCommands(program: Command, context: () => CommandContext): void {
  program
    .command('serve')
    .description('Serve the web page and the API until stopped')
    .action(async () => {
      const { settings, terminal } = context();
      await serve(settings, terminal);
    });

  program
    .command('demo')
    .description('Fill the tenant "demo" with a simulated shop, without serving')
    .action(async () => {
      const { settings, terminal } = context();
      const log = pino({ level: 'error' }, pino.destination(2));
      const rooms = await openRooms({ settings, clock: systemClock, log, sources: false });
      try {
        await fillDemo({ ...rooms, clock: systemClock }, terminal);
      } finally {
        await rooms.close();
      }
      if (terminal.json) terminal.printJson({ tenant: demoTenant });
      else terminal.print('The demo is filled. See it with: olympus serve');
    });
}
