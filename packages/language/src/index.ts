export * from './classification/index.js';
export * from './identification/index.js';
export * from './privacy/index.js';
export * from './translation/index.js';
