import type { Settings } from '../settings.js';
import { type Connection, connect } from './connection.js';
import type { Terminal } from './terminal.js';

export interface CommandContext {
  readonly settings: Settings;
  readonly terminal: Terminal;
}

export interface ConnectedContext extends CommandContext {
  readonly connection: Connection;
}

/** Runs a command's work with a connection to the routes, and closes it whatever happens. */
export type Runner = (work: (context: ConnectedContext) => Promise<void>) => Promise<void>;

export function createRunner(context: () => CommandContext): Runner {
  return async (work) => {
    const { settings, terminal } = context();
    const connection = await connect(settings);
    try {
      await work({ settings, terminal, connection });
    } finally {
      await connection.close();
    }
  };
}
