/**
 * What the tables, columns and notes of answers say, and why there is none, in one language. Names in
 * braces are filled in; metrics and dimensions come with their labels, so texts put them where no
 * case, gender or verb has to agree with them.
 */
export interface AnswerTexts {
  readonly columns: {
    readonly time: string;
    readonly before: string;
    readonly change: string;
    readonly difference: string;
    readonly contribution: string;
    readonly share: string;
    readonly cumulative: string;
    readonly movingAverage: string;
    readonly forecast: string;
    readonly low: string;
    readonly high: string;
    readonly probability: string;
    readonly expected: string;
    readonly usualFrom: string;
    readonly usualTo: string;
    readonly unusual: string;
  };
  readonly tables: {
    readonly whole: string;
    readonly by: string;
    readonly interval: string;
  };
  /** Members that are no value of the data. */
  readonly members: {
    readonly none: string;
    readonly others: string;
    /** Where it is not known how many. */
    readonly othersUncounted: string;
  };
  readonly notes: {
    readonly noData: string;
    readonly firstRows: string;
    readonly wholeIsEverything: string;
    readonly notAdditive: string;
    readonly nothingUnusual: string;
    readonly unusual: string;
    readonly rose: string;
    readonly fell: string;
    readonly finishedOnly: string;
    readonly dataEnded: string;
    readonly noInterval: string;
    readonly heldOutSeason: string;
    readonly heldOutLast: string;
  };
  /** How a forecast was made, by the kind of its method. */
  readonly methods: {
    readonly combination: string;
    readonly seasons: string;
    readonly intermittent: string;
    readonly last: string;
  };
  /** Why a question that was understood has no figures. */
  readonly declines: {
    readonly noMetric: string;
    readonly oneMetric: string;
    readonly noPeriod: string;
    readonly samePeriods: string;
    readonly metricCondition: string;
    readonly notAhead: string;
    readonly spanTooLong: string;
    readonly noParts: string;
    readonly anomaliesByDimension: string;
    readonly forecastByDimension: string;
    readonly nothingFinished: string;
    readonly tooFewBuckets: string;
    readonly notComputable: string;
    readonly horizonTooLong: string;
    readonly runningNotAdditive: string;
    readonly runningTooLong: string;
    readonly notRanked: string;
    readonly retainedMetric: string;
  };
}
