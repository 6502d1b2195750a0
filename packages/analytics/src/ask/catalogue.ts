import {
  type Catalogue,
  type CatalogueStudies,
  type ProposedSynonym,
  type Synonyms,
  type Translations,
  withSynonym,
} from '@olympus/language';
import { cohortDimension, type ModelDescription } from '@olympus/semantic';
import { tileMetrics } from '../dashboard/build-dashboard.js';
import { everydayMetricWords } from './everyday-words.js';
import { calendarParts } from './studies-catalogue.js';

/** A saved cohort, which questions call by its name. */
export interface NamedCohort {
  readonly id: string;
  readonly name: string;
}

/** What a catalogue holds beside the model and the data. */
export interface CatalogueExtras {
  readonly synonyms?: readonly ProposedSynonym[];
  readonly currency?: string;
  readonly cohorts?: readonly NamedCohort[];
  readonly studies?: CatalogueStudies;
}

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
  { synonyms = [], currency, cohorts = [], studies }: CatalogueExtras = {},
): Catalogue {
  const rank = (name: string) => {
    const at = tileMetrics.indexOf(name);
    return at < 0 ? tileMetrics.length : at;
  };
  const metrics = model.metrics
    .filter((metric) => !metric.part)
    .sort((a, b) => rank(a.name) - rank(b.name));
  const known = model.dimensions.filter(
    (dimension) =>
      dimension.name !== cohortDimension.name &&
      (!isListed(dimension) || tellsApart(dimension.name, values)),
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
        synonyms: withWords(words, everydayMetricWords[name]),
        translations: translationsOf(german.metrics.find((metric) => metric.name === name)),
      }),
    ),
    ...(studies === undefined ? {} : { studies }),
    dimensions: known.map((dimension) => {
      const calendar = calendarDimension(dimension, german);
      if (calendar !== undefined) return calendar;
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
  return synonyms.reduce(withSynonym, withCohorts(catalogue, cohorts));
}

/** Names of cohorts as the values of what filters by them; nobody breaks figures down by it. */
function withCohorts(catalogue: Catalogue, cohorts: readonly NamedCohort[]): Catalogue {
  if (cohorts.length === 0) return catalogue;
  const { name, label, synonyms } = cohortDimension;
  const about = catalogue.dimensions.find((dimension) => dimension.name.startsWith('customer.'));
  const joinable = Object.entries(catalogue.joinable ?? {}).map(
    ([metric, dimensions]) =>
      [
        metric,
        about === undefined || dimensions.includes(about.name) ? [...dimensions, name] : dimensions,
      ] as const,
  );
  return {
    ...catalogue,
    joinable: Object.fromEntries(joinable),
    dimensions: [
      ...catalogue.dimensions,
      {
        name,
        label,
        type: 'string',
        synonyms: { ...synonyms },
        translations: { de: { label: 'Kohorte' } },
        values: cohorts.map((cohort) => cohort.name),
      },
    ],
  };
}

/** Weekdays and whether it was a weekend are called by their names; hours and months are numbers. */
function calendarDimension(
  { name, label, synonyms, values = [] }: ModelDescription['dimensions'][number],
  german: ModelDescription,
): Catalogue['dimensions'][number] | undefined {
  if (!Object.hasOwn(calendarParts, name)) return undefined;
  const calendar = calendarParts[name as keyof typeof calendarParts];
  const named = german.dimensions.find((dimension) => dimension.name === name);
  const isNamed = calendar === 'weekday' || calendar === 'weekend';
  const valueLabels = Object.fromEntries(
    values.map((one) => [
      one.label,
      named?.values?.find(({ value }) => value === one.value)?.label ?? one.label,
    ]),
  );
  const words = calendarWords[calendar];
  return {
    name,
    label,
    calendar,
    type: isNamed ? 'string' : 'number',
    synonyms: { en: [...synonyms.en, ...words.en], de: [...synonyms.de, ...words.de] },
    translations: { de: { label: named?.label ?? label, valueLabels } },
    ...(isNamed ? { values: values.map((one) => one.label) } : {}),
  };
}

/** What people say for the calendar beside the model's words. */
const calendarWords = {
  weekday: { en: ['weekdays'], de: [] },
  hour: {
    en: [
      'hour',
      'hours',
      'hours of the day',
      'time of day',
      'time of the day',
      'what time',
      'what time of day',
      'what time of the day',
      'when during the day',
      'when in the day',
    ],
    de: [
      'Stunde',
      'Stunden',
      'Stunde des Tages',
      'Uhrzeit',
      'Uhrzeiten',
      'Tageszeit',
      'Tageszeiten',
      'um wie viel Uhr',
      'um wieviel Uhr',
      'um welche Uhrzeit',
      'zu welcher Uhrzeit',
      'zu welcher Tageszeit',
      'zu welcher Stunde',
      'wann am Tag',
      'wann im Laufe des Tages',
    ],
  },
  weekend: {
    en: [
      'weekend vs weekday',
      'weekends vs weekdays',
      'weekend and weekday',
      'weekdays vs weekends',
      'weekday vs weekend',
      'weekends versus weekdays',
      'weekdays versus weekends',
      'weekdays and weekends',
    ],
    de: ['Wochenende und Werktag', 'Wochenende gegen Werktag'],
  },
  month: { en: ['month of year'], de: ['Monat des Jahres'] },
} as const;

/** Words of a declaration and of everyday speech, language by language. */
function withWords(
  declared: Readonly<Partial<Record<'en' | 'de', readonly string[]>>>,
  everyday: Synonyms = {},
): Synonyms {
  return {
    en: [...(declared.en ?? []), ...(everyday.en ?? [])],
    de: [...(declared.de ?? []), ...(everyday.de ?? [])],
  };
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
