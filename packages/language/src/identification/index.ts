export {
  type IdentificationOptions,
  type IdentifiedLanguage,
  identifyLanguage,
  LANGUAGES,
  type LanguageCandidate,
} from './identify-language.js';
export { countScripts, type Script } from './script.js';
