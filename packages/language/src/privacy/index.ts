export { isIban, passesLuhn } from './checksums.js';
export {
  findPersonalData,
  type MaskedText,
  type MaskingOptions,
  maskPersonalData,
} from './find-personal-data.js';
export type { PersonalDataKind, PersonalDataSpan } from './personal-data.js';
