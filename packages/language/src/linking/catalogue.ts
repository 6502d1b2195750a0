/** Words a tenant uses for something, by language. */
export type Synonyms = Readonly<Partial<Record<string, readonly string[]>>>;

/** What an entry is called, and what it means, in languages other than its label's. */
export type Translations = Readonly<
  Record<
    string,
    {
      readonly label: string;
      readonly description?: string;
      /** What values are called, by value. */
      readonly valueLabels?: Readonly<Record<string, string>>;
    }
  >
>;

/** Something that can be measured. `additive` measures may be summed across groups. */
export interface CatalogueMetric {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly unit?: string;
  readonly additive?: boolean;
  /** Whether more of it is better. */
  readonly polarity?: 'up_good' | 'down_good' | 'neutral';
  readonly synonyms?: Synonyms;
  readonly translations?: Translations;
}

/** Something measures can be broken down by or filtered on. No `values`: any value may be named. */
export interface CatalogueDimension {
  readonly name: string;
  readonly label: string;
  readonly type: 'string' | 'number' | 'boolean' | 'time';
  readonly synonyms?: Synonyms;
  readonly translations?: Translations;
  readonly values?: readonly string[];
  /** What values are called in the language that the catalogue is named in. */
  readonly valueLabels?: Readonly<Record<string, string>>;
  /** What a moment is on the calendar, rather than something of what happened. */
  readonly calendar?: 'weekday' | 'hour' | 'weekend' | 'month';
}

/** Something that happens, usable as a step of a funnel. */
export interface CatalogueEvent {
  readonly name: string;
  readonly label: string;
  readonly synonyms?: Synonyms;
  readonly translations?: Translations;
}

/** Something that studies name: an act, a segment, a goal, a figure of customers. */
export interface CatalogueThing {
  readonly name: string;
  readonly label: string;
  /** Its label is for headings only: it is called by its synonyms. */
  readonly unspoken?: boolean;
  readonly synonyms?: Synonyms;
  readonly translations?: Translations;
}

/** What questions beyond metrics by groups and time can name. Without it nobody answers them. */
export interface CatalogueStudies {
  /** What people do. */
  readonly acts: readonly CatalogueThing[];
  /** The acts that a way to an order is made of, one after another. */
  readonly way: readonly string[];
  /** The act of buying, and what single orders are listed by unless another metric is named. */
  readonly order: {
    readonly act: string;
    readonly metric: string;
    readonly discount: string;
    /** What lists the orders that were refunded or cancelled, by the act's name. */
    readonly undone?: Readonly<Record<string, string>>;
    /** How many there were. */
    readonly count: string;
  };
  /** Segments of customers; `column` holds them. */
  readonly segments: readonly (CatalogueThing & { readonly column: string })[];
  /** Figures of a customer that conditions and order may name. */
  readonly columns: readonly (CatalogueThing & { readonly unit: 'count' | 'money' | 'days' })[];
  /** Targets; `metric` is what each is about. */
  readonly goals: readonly (CatalogueThing & { readonly metric: string })[];
  /** Dimensions that tell customers apart, rather than what they did. */
  readonly ofCustomer: readonly string[];
  /** The dimensions that items of a basket are told by. */
  readonly items: Readonly<Record<'product' | 'category' | 'brand', string>>;
}

/**
 * All a parser knows of a tenant's data. `joinable` lists the dimensions a metric may be combined
 * with; a metric that is not listed goes with every dimension.
 */
export interface Catalogue {
  readonly metrics: readonly CatalogueMetric[];
  readonly dimensions: readonly CatalogueDimension[];
  readonly events?: readonly CatalogueEvent[];
  /** What money is told in (ISO 4217), where the metrics' units do not say. */
  readonly currency?: string;
  readonly joinable?: Readonly<Record<string, readonly string[]>>;
  readonly studies?: CatalogueStudies;
}

/** A phrase a person used for something of the catalogue, ready to be kept. */
export interface ProposedSynonym {
  readonly kind: 'metric' | 'dimension' | 'event';
  readonly name: string;
  readonly language: string;
  readonly phrase: string;
}

/**
 * The catalogue with one more synonym. Other entries of the kind lose the phrase, so that it means
 * one thing. A name that is not in the catalogue changes nothing else.
 */
export function withSynonym(catalogue: Catalogue, synonym: ProposedSynonym): Catalogue {
  const add = <T extends { readonly name: string; readonly synonyms?: Synonyms }>(
    entries: readonly T[],
  ): T[] =>
    entries.map((entry) => {
      const known = entry.synonyms?.[synonym.language] ?? [];
      if (entry.name !== synonym.name) {
        if (!known.includes(synonym.phrase)) return entry;
        return {
          ...entry,
          synonyms: {
            ...entry.synonyms,
            [synonym.language]: known.filter((phrase) => phrase !== synonym.phrase),
          },
        };
      }
      if (known.includes(synonym.phrase)) return entry;
      return {
        ...entry,
        synonyms: { ...entry.synonyms, [synonym.language]: [...known, synonym.phrase] },
      };
    });
  switch (synonym.kind) {
    case 'metric':
      return { ...catalogue, metrics: add(catalogue.metrics) };
    case 'dimension':
      return { ...catalogue, dimensions: add(catalogue.dimensions) };
    case 'event':
      return { ...catalogue, events: add(catalogue.events ?? []) };
  }
}

const named = new WeakMap<Catalogue, Map<string, Catalogue>>();

/** The catalogue with the labels and descriptions that its entries have in a language. */
export function namedIn(catalogue: Catalogue, language: string): Catalogue {
  const known = named.get(catalogue) ?? new Map<string, Catalogue>();
  named.set(catalogue, known);
  let found = known.get(language);
  if (found === undefined) {
    const name = <T extends { readonly translations?: Translations }>(entries: readonly T[]): T[] =>
      entries.map((entry) => ({ ...entry, ...entry.translations?.[language] }));
    found = {
      ...catalogue,
      metrics: name(catalogue.metrics),
      dimensions: name(catalogue.dimensions),
      ...(catalogue.events === undefined ? {} : { events: name(catalogue.events) }),
      ...(catalogue.studies === undefined
        ? {}
        : { studies: namedStudies(catalogue.studies, name) }),
    };
    known.set(language, found);
  }
  return found;
}

const namedStudies = (
  studies: CatalogueStudies,
  name: <T extends CatalogueThing>(things: readonly T[]) => T[],
): CatalogueStudies => ({
  ...studies,
  acts: name(studies.acts),
  segments: name(studies.segments),
  columns: name(studies.columns),
  goals: name(studies.goals),
});

/** Whether a metric may be broken down by or filtered on a dimension. */
export function isJoinable(catalogue: Catalogue, metric: string, dimension: string): boolean {
  const allowed = catalogue.joinable?.[metric];
  return (
    allowed === undefined ||
    allowed.includes(dimension) ||
    catalogue.metrics.some((m) => m.name === dimension)
  );
}
