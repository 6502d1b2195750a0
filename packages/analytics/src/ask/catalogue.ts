import {
  type Catalogue,
  type ProposedSynonym,
  type Translations,
  withSynonym,
} from '@olympus/language';
import type { ModelDescription } from '@olympus/semantic';
import { tileMetrics } from '../dashboard/build-dashboard.js';

/** Dimensions whose values nobody names in a question, and which are not read from the warehouse. */
const unlisted: ReadonlySet<string> = new Set(['customer.key']);

/** A dimension's values as the warehouse spells them, the weightiest first. */
export type DimensionValues = ReadonlyMap<string, readonly string[]>;

/** Whether a dimension's values are read from the warehouse. */
export function isListed(dimension: ModelDescription['dimensions'][number]): boolean {
  return dimension.type === 'string' && !unlisted.has(dimension.name);
}

/**
 * What a tenant can ask about, in the words of its model and its data. Metrics of the overview come
 * first; parts of other metrics are left out. A dimension that no fact carries a value of is left
 * out too, so that a question about it is declined instead of being answered by an empty row, and so
 * is one whose only value means something else as well: all shops of a business lie in one country. Of an
 * entity's key and name the one that has values to show bears the plain word ("product").
 */
export function buildCatalogue(
  model: ModelDescription,
  german: ModelDescription,
  values: DimensionValues,
  synonyms: readonly ProposedSynonym[] = [],
  currency?: string,
): Catalogue {
  const rank = (name: string) => {
    const at = tileMetrics.indexOf(name);
    return at < 0 ? tileMetrics.length : at;
  };
  const metrics = model.metrics
    .filter((metric) => !metric.part)
    .sort((a, b) => rank(a.name) - rank(b.name));
  const known = model.dimensions.filter(
    (dimension) => !isListed(dimension) || tellsApart(dimension.name, values),
  );
  const names = new Set(known.map((dimension) => dimension.name));
  const catalogue: Catalogue = {
    ...(currency === undefined ? {} : { currency }),
    metrics: metrics.map(
      ({ name, label, description, unit, additive, polarity, synonyms: words }) => ({
        name,
        label,
        description,
        unit,
        additive,
        polarity,
        synonyms: { ...words },
        translations: translationsOf(german.metrics.find((metric) => metric.name === name)),
      }),
    ),
    dimensions: known.map((dimension) => {
      const { label, words } = spoken(dimension, model, names);
      const named = german.dimensions.find(({ name }) => name === dimension.name);
      const listed = namedApart(dimension.name, values);
      return {
        name: dimension.name,
        label,
        type: dimension.type === 'integer' ? ('number' as const) : ('string' as const),
        synonyms: words,
        translations: translationsOf(
          named && { label: spoken(named, german, names).label.replace(/ id$/, '-ID') },
        ),
        ...(listed === undefined ? {} : { values: listed }),
      };
    }),
    joinable: Object.fromEntries(
      metrics.map((metric) => [metric.name, metric.dimensions.filter((name) => names.has(name))]),
    ),
  };
  return synonyms.reduce(withSynonym, catalogue);
}

function translationsOf(
  named: { readonly label: string; readonly description?: string } | undefined,
): Translations {
  if (named === undefined) return {};
  const { label, description } = named;
  return { de: { label, ...(description === undefined ? {} : { description }) } };
}

/** Whether a dimension has values that are worth naming. */
function tellsApart(name: string, values: DimensionValues): boolean {
  const [only, ...more] = values.get(name) ?? [];
  if (only === undefined) return false;
  if (more.length > 0) return true;
  return ![...values].some(([other, words]) => other !== name && words.includes(only));
}

/**
 * A dimension's values; of an entity's keys only those that are no other attribute's value as well:
 * "Berlin" is the city, not the shop with the key "berlin".
 */
function namedApart(name: string, values: DimensionValues): readonly string[] | undefined {
  const listed = values.get(name);
  if (listed === undefined || !name.endsWith('.id')) return listed;
  const entity = name.slice(0, name.indexOf('.') + 1);
  const others = [...values].filter(([other]) => other !== name && other.startsWith(entity));
  const taken = new Set(others.flatMap(([, words]) => words.map((word) => word.toLowerCase())));
  return listed.filter((value) => !taken.has(value.toLowerCase()));
}

/** The label and words of a dimension; a key beside its entity's name is called by its id. */
function spoken(
  dimension: ModelDescription['dimensions'][number],
  model: ModelDescription,
  names: ReadonlySet<string>,
) {
  const { name, label, synonyms } = dimension;
  const entity = name.slice(0, name.indexOf('.'));
  const twin = (ending: string) =>
    model.dimensions.find((other) => other.name === `${entity}.${ending}`);
  if (name.endsWith('.id') && twin('name') !== undefined) {
    const named = twin('name');
    if (names.has(`${entity}.name`)) return { label: `${label} id`, words: { ...synonyms } };
    return {
      label,
      words: {
        en: [...synonyms.en, ...(named?.synonyms.en ?? [])],
        de: [...synonyms.de, ...(named?.synonyms.de ?? [])],
      },
    };
  }
  if (name.endsWith('.name') && twin('id') !== undefined) {
    return { label: twin('id')?.label ?? label, words: { ...synonyms } };
  }
  return { label, words: { ...synonyms } };
}
