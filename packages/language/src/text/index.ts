export { abbreviations } from './abbreviations.js';
export { slipLimit, typedEditDistance } from './edit-distance.js';
export { fold } from './fold.js';
export { stem } from './stem.js';
export { type Token, tokenise } from './tokens.js';
