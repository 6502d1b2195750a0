import pino from 'pino';
import pretty from 'pino-pretty';
import type { Settings } from './settings.js';

/** The process's log: JSON on stdout for machines, readable lines on stderr in development. */
export function createLog(settings: Settings): pino.Logger {
  const options = {
    level: settings.logLevel,
    base: { name: 'olympus' },
    // nothing personal and nothing secret, whatever somebody passes
    redact: ['req', 'res', '*.authorization', '*.cookie', '*.password', '*.token', '*.secret'],
  };
  if (settings.environment !== 'development')
    return pino(options, pino.destination({ dest: 1, sync: false }));
  return pino(options, pretty({ destination: 2, sync: true, ignore: 'pid,hostname,name' }));
}
