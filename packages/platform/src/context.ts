import type { Rights } from '@olympus/contract';
import type { Clock, Logger } from '@olympus/core';
import type { Changes } from './changes.js';
import type { Database } from './database/database.js';
import type { Environment } from './secrets/secret-key.js';
import type { Wrapping } from './secrets/wrapping.js';

/** What every part of the platform is made with. */
export interface PlatformContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly wrapping: Wrapping;
  readonly changes: Changes;
  readonly environment: Environment;
  readonly rights: Rights;
  /** How long what was read may be kept: for ever when this is the store's only process. */
  readonly cacheTtlMs: number;
}
