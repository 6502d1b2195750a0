export { cjkNumeral, numeralValue } from './numerals.js';
export {
  addNumbers,
  currencyOf,
  type NumberWord,
  type NumberWords,
  type Quantity,
} from './quantities.js';
