import { conflict } from '../problems.js';

/** What becomes of an experiment, in order. */
export const experimentStates = ['draft', 'running', 'stopped', 'decided', 'archived'] as const;
export type ExperimentState = (typeof experimentStates)[number];

/** Where each state may lead. */
const next: Readonly<Record<ExperimentState, readonly ExperimentState[]>> = {
  draft: ['running', 'archived'],
  running: ['stopped'],
  stopped: ['decided'],
  decided: ['archived'],
  archived: [],
};

const remedies: Readonly<Record<ExperimentState, string>> = {
  draft: 'Start it with experiments.start.',
  running: 'Stop it with experiments.stop.',
  stopped: 'Decide it with experiments.decide.',
  decided: 'Archive it with experiments.archive.',
  archived: 'Make a new one: what was archived stays as it is.',
};

/** @throws Problem `wrong_state` */
export function requireTransition(key: string, from: ExperimentState, to: ExperimentState): void {
  if (next[from].includes(to)) return;
  throw conflict(
    'wrong_state',
    `"${key}" is ${from} and cannot become ${to}`,
    '/key',
    remedies[from],
  );
}
