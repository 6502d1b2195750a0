import { defineJob } from '@olympus/jobs';
import { Type } from 'typebox';
import { type Backup, type BackupSources, writeBackup } from './backup.js';

const input = Type.Object({
  name: Type.String(),
  with_key: Type.Boolean(),
  /** The folder of backups at the time. */
  root: Type.String(),
});

/** Where backups go, and what they are made of at the time. */
export interface BackupJobDeps {
  readonly root: string;
  readonly sources: () => Promise<BackupSources>;
}

const steps = {
  warehouse: { fraction: 0.05, sentence: 'Copying the warehouse' },
  control: { fraction: 0.8, sentence: 'Copying the control store' },
} as const;

/**
 * Writes one backup. Begun again after it was interrupted, it starts anew. A restored store holds the
 * very job that copied it: it was for another folder, and comes to nothing.
 */
export function createBackupJob({ root, sources }: BackupJobDeps) {
  return defineJob({
    kind: 'system.backup',
    input,
    timeoutMs: 2 * 60 * 60_000,
    retry: { attempts: 3 },
    visibleToTenant: false,
    run: async ({ input: asked, progress }): Promise<Backup | null> => {
      if (asked.root !== root) return null;
      const { name, with_key: withKey } = asked;
      return writeBackup({ root, name, withKey }, await sources(), (step) => progress(steps[step]));
    },
  });
}
