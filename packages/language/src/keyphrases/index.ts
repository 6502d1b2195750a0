export { extractKeyPhrases, type KeyPhrase, type KeyPhraseOptions } from './key-phrases.js';
export { createTagger, type Tag, type Tagger, type TaggerOptions } from './tagger.js';
