export {
  type Catalogue,
  type CatalogueDimension,
  type CatalogueEvent,
  type CatalogueMetric,
  type CatalogueStudies,
  type CatalogueThing,
  isJoinable,
  namedIn,
  type ProposedSynonym,
  type Synonyms,
  type Translations,
  withSynonym,
} from './catalogue.js';
export { countryCode, countryNames } from './countries.js';
export {
  createLexicon,
  functionWords,
  genericWords,
  type Lexicon,
  type Link,
  partialWeight,
  type Target,
} from './lexicon.js';
