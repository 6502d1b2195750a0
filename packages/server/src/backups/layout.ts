import { createHash } from 'node:crypto';

/** Files of a backup's folder. */
export const backupFiles = {
  warehouse: 'warehouse.duckdb',
  control: 'control.dump',
  key: 'secret.key',
  about: 'backup.json',
} as const;

/** What `backup.json` tells. It is written last: a folder without it is no complete backup. */
export interface AboutBackup {
  readonly version: string;
  readonly made_at: string;
  /** Tells which key opens what is sealed, and nothing else about it. */
  readonly key: string;
}

/** A short name of a key that cannot be turned back into it. */
export const fingerprintOf = (key: Uint8Array): string =>
  createHash('sha256').update('olympus backup key').update(key).digest('hex').slice(0, 16);
