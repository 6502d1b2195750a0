export {
  type IdentificationOptions,
  type IdentifiedLanguage,
  identifyLanguage,
  LANGUAGES,
} from './identify-language.js';
export type { LanguageCandidate } from './language-candidate.js';
export { countScripts, type Script } from './script.js';
