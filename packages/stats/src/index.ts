export * from './anomalies/index.js';
export * from './distributions/index.js';
export * from './forecasting/index.js';
export * from './linear-algebra/index.js';
export * from './optimisation/index.js';
export * from './sampling/index.js';
export * from './tests/index.js';
export * from './undefined.js';
