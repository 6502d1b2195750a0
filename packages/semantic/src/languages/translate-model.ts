import type { Model } from '../model/model.js';
import { german } from './german.js';
import type { ModelLanguage, ModelTexts, NamedText } from './language.js';

/** The texts that differ from the declarations'. */
const translations: Readonly<Record<Exclude<ModelLanguage, 'en'>, ModelTexts>> = { de: german };

/** The same model named in a language. What a tenant declared keeps the names it was given. */
export function translateModel(model: Model, language: ModelLanguage): Model {
  if (language === model.language) return model;
  if (language === 'en') throw new Error('a model is declared in English and translated from it');
  const texts = translations[language];
  return {
    language,
    entities: translated(model.entities, texts.entities),
    dimensions: translated(model.dimensions, texts.dimensions),
    metrics: translated(model.metrics, texts.metrics),
    cohorts: model.cohorts,
  };
}

function translated<T extends NamedText>(
  things: ReadonlyMap<string, T>,
  texts: Readonly<Record<string, NamedText>>,
): ReadonlyMap<string, T> {
  // names of built-in things cannot be taken, so what a tenant declared has no text here
  return new Map([...things].map(([name, thing]) => [name, { ...thing, ...texts[name] }]));
}

const english: Pick<ModelTexts, 'time' | 'before' | 'change'> = {
  time: 'Time',
  before: (label) => `${label}, before`,
  change: (label) => `${label}, change`,
};

/** What columns of an answer are called beside the model's own names. */
export function columnTexts(
  language: ModelLanguage,
): Pick<ModelTexts, 'time' | 'before' | 'change'> {
  return language === 'en' ? english : translations[language];
}
