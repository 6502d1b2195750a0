import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { sharedDataFolder } from './shared-data.js';

/** A marked stretch of an utterance. */
export interface DialogueSlot {
  readonly slot: string;
  readonly start?: number;
  readonly exclusive_end?: number;
}

/** A dialogue of the Schema-Guided Dialogue data set (Rastogi et al. 2020). */
export interface Dialogue {
  readonly services: readonly string[];
  readonly turns: readonly {
    readonly speaker: string;
    readonly utterance: string;
    readonly frames: readonly { readonly slots: readonly DialogueSlot[] }[];
  }[];
}

/**
 * Dialogues of the shared data, empty when it is absent.
 * @param files  at most so many of the archive's files (each about 130 dialogues)
 */
export function readDialogues(files: number): readonly Dialogue[] {
  const folder = sharedDataFolder('dialogues');
  if (folder === undefined) return [];
  const archive = join(folder, 'sgd_test_part.tar.gz');
  const names = execFileSync('tar', ['tzf', archive], { encoding: 'utf8' })
    .split('\n')
    .filter((entry) => /dialogues_\d+\.json$/.test(entry))
    .sort()
    .slice(0, files);
  return names.flatMap((name): readonly Dialogue[] =>
    JSON.parse(
      execFileSync('tar', ['xzOf', archive, name], { encoding: 'utf8', maxBuffer: 2 ** 28 }),
    ),
  );
}
