export { cjkNumeral, numeralValue } from './numerals.js';
export { addNumbers, type NumberWord, type NumberWords, type Quantity } from './quantities.js';
