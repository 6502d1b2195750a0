export { type BootstrapInterval, type BootstrapOptions, bootstrap } from './bootstrap.js';
export {
  drawBeta,
  drawBinomial,
  drawExponential,
  drawGamma,
  drawIndices,
  drawNormal,
  drawPoisson,
  shuffle,
} from './draws.js';
export { createRandom, type Random } from './random.js';
