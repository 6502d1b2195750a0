export * from './classification/index.js';
export * from './identification/index.js';
export * from './keyphrases/index.js';
export * from './locales/index.js';
export * from './privacy/index.js';
export * from './sentiment/index.js';
export * from './time/index.js';
export * from './translation/index.js';
