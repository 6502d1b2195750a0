export { type BleuOptions, corpusBleu, sentenceBleu } from './bleu.js';
export {
  type CheckedTranslation,
  checkTranslation,
  type TranslationCheck,
  type TranslationIssue,
} from './check-translation.js';
export { type ChrfOptions, corpusChrf, sentenceChrf } from './chrf.js';
export type { TranslatedSegment, TranslationMeasure } from './measure.js';
export { corpusTer, MAX_TER_WORDS, sentenceTer, type TerOptions } from './ter.js';
export { tokenise13a } from './tokenise-13a.js';
