import { dayMs, Problem } from '@olympus/core';
import type { ExperimentReader, ReadCall } from '../results/read.js';
import { emptyVerdict } from '../results/verdict.js';
import type { StoredExperiment } from '../store/experiment-store.js';
import type { ExperimentDeps } from './experiments.js';
import { presentExperiment, presentVerdict } from './present.js';

/** Milliseconds that figures of a list may take; of those that remain `experiments.results` tells. */
const listingMs = 3_000;

/** Describes the experiments of one list, in its order: figures of the first while there is time. */
export function createDescriber(
  { reader, clock, stopwatch }: Pick<ExperimentDeps, 'reader' | 'clock' | 'stopwatch'>,
  call: ReadCall,
) {
  const untilMs = stopwatch.now() + listingMs;
  return async (experiment: StoredExperiment) => {
    const { state, measuredFromMs, stoppedAtMs, decision } = experiment;
    const days =
      measuredFromMs === null
        ? null
        : Math.max(0, ((stoppedAtMs ?? clock.now()) - measuredFromMs) / dayMs);
    const presented = { ...presentExperiment(experiment), days, units: null };
    if (state === 'draft') return { ...presented, verdict: null };
    // what was decided stands as it was known then
    if (decision !== null || state === 'archived') {
      return { ...presented, verdict: presented.decision?.verdict ?? null };
    }
    const figures = stopwatch.now() < untilMs ? await knownResults(reader, experiment, call) : null;
    if (figures === null) return { ...presented, verdict: null };
    const units = figures?.units.reduce((sum, count) => sum + count, 0) ?? 0;
    const verdict = presentVerdict(figures?.verdict ?? emptyVerdict('no_exposures'));
    return { ...presented, units, verdict };
  };
}

/** The results; null where a metric that they need was removed, or is declared otherwise by now. */
export async function knownResults(
  reader: ExperimentReader,
  experiment: StoredExperiment,
  call: ReadCall,
) {
  try {
    return await reader.results(experiment, call);
  } catch (error) {
    if (error instanceof Problem && goneCodes.has(error.code)) return null;
    throw error;
  }
}

const goneCodes: ReadonlySet<string> = new Set(['unknown_metric', 'metric_not_per_unit']);
