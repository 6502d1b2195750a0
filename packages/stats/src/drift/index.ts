export { type AdwinOptions, createAdwin } from './adwin.js';
export {
  type DriftLevel,
  jensenShannonDistance,
  type PopulationStability,
  populationStability,
} from './divergence.js';
export {
  type ChangeDetector,
  type ChangeSignal,
  createPageHinkley,
  type PageHinkleyOptions,
} from './page-hinkley.js';
export { binCounts, type PopulationDrift, populationDrift, quantileEdges } from './population.js';
