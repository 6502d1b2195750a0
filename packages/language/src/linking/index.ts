export {
  type Catalogue,
  type CatalogueDimension,
  type CatalogueEvent,
  type CatalogueMetric,
  isJoinable,
  type ProposedSynonym,
  type Synonyms,
  withSynonym,
} from './catalogue.js';
export { countryCode, countryNames } from './countries.js';
export { createLexicon, type Lexicon, type Link, type Target } from './lexicon.js';
