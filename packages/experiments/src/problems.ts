import { Problem } from '@olympus/core';

export const invalidExperiment = (message: string, at: string, remedy: string) =>
  new Problem({ code: 'invalid_experiment', kind: 'invalid', message, at, remedy });

export const conflict = (code: string, message: string, at: string, remedy: string) =>
  new Problem({ code, kind: 'conflict', message, at, remedy });

export const experimentNotFound = (key: string) =>
  new Problem({
    code: 'experiment_not_found',
    kind: 'not_found',
    message: `There is no experiment "${key.slice(0, 80)}"`,
    remedy: 'Look at the list of experiments.',
  });
