import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root =
  process.env.OLYMPUS_SHARED_DATA ??
  fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** Path of a file of the shared data, or undefined (after saying so) where it is absent. */
export const sharedFile = (path: string): string | undefined => {
  const full = `${root}/${path}`;
  if (existsSync(full)) return full;
  console.log(`  skipped: ${full} is absent (set OLYMPUS_SHARED_DATA)`);
  return undefined;
};

/** Seconds of CPU time that `work` takes, with its result. */
export const cpuSeconds = <T>(work: () => T): { readonly result: T; readonly seconds: number } => {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
};

/** A line "name   figure   goal". */
export const line = (name: string, figure: string, goal = ''): void => {
  console.log(`  ${name.padEnd(52)} ${figure.padEnd(26)} ${goal}`);
};
