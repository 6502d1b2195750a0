export {
  type IdentificationOptions,
  type IdentifiedLanguage,
  identifyLanguage,
  LANGUAGES,
  type LanguageCandidate,
  type LanguageCode,
} from './identify-language.js';
export { countScripts, type Script } from './script.js';
