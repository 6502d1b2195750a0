export type { ExperimentDefinition } from './definition/definition.js';
export type { ExperimentsService } from './plant.js';
