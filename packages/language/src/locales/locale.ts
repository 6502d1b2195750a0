import type { Holiday } from '../time/holidays.js';
import type { TimeUnit } from '../time/units.js';
import type { StudyMark } from './studies/study-words.js';

/** The languages questions may be asked in (ISO 639-1). */
export type QuestionLanguage = 'en' | 'de' | 'fr' | 'es' | 'pt' | 'it' | 'nl' | 'ja' | 'zh';

/** How a language speaks of time; each entry is a list of patterns (see `compilePatterns`). */
export type TimeRule =
  | 'today'
  | 'yesterday'
  | 'before_yesterday'
  | 'tomorrow'
  | 'this'
  | 'last'
  | 'before_last'
  | 'last_day'
  | 'last_week'
  | 'last_month'
  | 'last_quarter'
  | 'last_year'
  | 'last_weekend'
  | 'season'
  | 'fall'
  | 'last_fall'
  | 'last_season'
  | 'this_week'
  | 'this_month'
  | 'this_quarter'
  | 'this_year'
  | 'next'
  | 'last_n'
  | 'last_half_year'
  | 'recent'
  | 'next_n'
  | 'ago'
  | 'year_to_date'
  | 'quarter_to_date'
  | 'month_to_date'
  | 'week_to_date'
  | 'fiscal_year_to_date'
  | 'to_date'
  | 'since'
  | 'until'
  | 'before'
  | 'after'
  | 'range'
  | 'days'
  | 'month'
  | 'last_named_month'
  | 'half_month'
  | 'date'
  | 'month_date'
  | 'fiscal_year'
  | 'fiscal_quarter'
  | 'quarter'
  | 'half'
  | 'week'
  | 'week_of'
  | 'weekday'
  | 'last_weekday'
  | 'holiday'
  | 'year_last'
  | 'year_this';

/** The words a question is built with; each entry is a list of patterns. */
export type Cue =
  | 'by'
  | 'top'
  | 'bottom'
  | 'best_selling'
  | 'worst_selling'
  | 'rank'
  | 'ascending'
  | 'descending'
  | 'not'
  | 'only'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'between'
  | 'contains'
  | 'compare'
  | 'versus'
  | 'previous_period'
  | 'same_period_last_year'
  | 'period_over_period'
  | 'week_earlier'
  | 'why'
  | 'forecast'
  | 'funnel'
  | 'retention'
  | 'anomaly'
  | 'help'
  | 'share'
  | 'ratio'
  | 'cumulative'
  | 'moving_average'
  | 'trend'
  | 'grain_hour'
  | 'grain_day'
  | 'grain_week'
  | 'grain_month'
  | 'grain_quarter'
  | 'grain_year'
  | 'grain_each'
  | 'how_many'
  | 'how_much_sold'
  | 'which'
  | 'which_plural'
  | 'and'
  | 'change'
  | 'level'
  | 'working_days'
  | 'silent'
  | 'all_of'
  | 'attribute'
  | 'cause'
  | 'at_end'
  | 'advice'
  | 'define'
  | 'where_when_who'
  | 'all_time'
  | 'follow'
  | 'add'
  | 'replace'
  | 'remove'
  | 'filter_word'
  | 'breakdown_word'
  | 'undo'
  | 'correct'
  | 'chart_line'
  | 'chart_bar'
  | 'chart_table'
  | 'aggregate'
  | 'command_create'
  | 'command_search'
  | 'command_update'
  | 'command_generate'
  | 'command_view'
  | 'noun_order'
  | 'noun_customer'
  | 'noun_stock'
  | 'noun_report'
  | 'noun_analytics'
  | StudyMark;

/** Sentences and words an outcome is put in. `{0}`, `{1}` are filled in order. */
export interface LocaleTexts {
  readonly by: string;
  readonly and: string;
  readonly only: string;
  readonly top: string;
  readonly bottom: string;
  readonly descending: string;
  readonly ascending: string;
  readonly allTime: string;
  readonly per: Readonly<Record<'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year', string>>;
  readonly previousPeriod: string;
  readonly lastYear: string;
  readonly versus: string;
  readonly share: string;
  readonly cumulative: string;
  readonly movingAverage: string;
  readonly why: string;
  readonly forecast: string;
  readonly funnel: string;
  readonly retention: string;
  readonly anomalies: string;
  readonly help: string;
  readonly whichMetric: string;
  readonly whichDate: string;
  readonly whichMeaning: string;
  readonly unknown: string;
  readonly nothing: string;
  readonly notJoinable: string;
  readonly unsupported: string;
  readonly assumed: Readonly<
    Record<
      | 'noTime'
      | 'lately'
      | 'readAs'
      | 'running'
      | 'baseline'
      | 'limit'
      | 'grain'
      | 'metric'
      | 'carried'
      | 'fiscal'
      | 'notAdditive'
      | 'dayFirst'
      | 'anyOf'
      | 'ignored',
      string
    >
  >;
  readonly understood: string;
  readonly missing: string;
  readonly commands: Readonly<
    Record<
      | 'create_order'
      | 'search_customers'
      | 'update_inventory'
      | 'generate_report'
      | 'view_analytics',
      string
    >
  >;
  readonly fields: Readonly<Record<'products' | 'customers' | 'numbers', string>>;
}

/** Everything the parser knows of one language. */
export interface Locale {
  readonly code: QuestionLanguage;
  /** Words without meaning for the query; they also tell the language. Divided by spaces. */
  readonly filler: string;
  /** Real words of the language that are never a slip for another word. Divided by spaces. */
  readonly known: string;
  /** `word=value`, divided by spaces. */
  readonly numbers: string;
  readonly ordinals: string;
  /** Endings that make a numeral an ordinal (`rd`, `er`). */
  readonly ordinalSuffixes: string;
  /** Whether the comma is the decimal mark. */
  readonly decimalComma: boolean;
  /** Whether `03/04` is always day before month. */
  readonly dayFirst: boolean;
  readonly units: Readonly<Record<TimeUnit, string>>;
  /** Names beyond those of Intl, `name=1`. */
  readonly months: string;
  readonly weekdays: string;
  readonly holidays: Readonly<Partial<Record<Holiday, string>>>;
  /** Spring 1 to winter 4, by their meteorological months in the north. */
  readonly seasons?: Readonly<Record<1 | 2 | 3 | 4, string>>;
  readonly time: Readonly<Partial<Record<TimeRule, string>>>;
  readonly cues: Readonly<Partial<Record<Cue, string>>>;
  readonly texts: LocaleTexts;
}
