export * from './classification/index.js';
export * from './identification/index.js';
export * from './translation/index.js';
