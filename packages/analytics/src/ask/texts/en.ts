import type { AnswerTexts } from './answer-texts.js';

export const en: AnswerTexts = {
  columns: {
    time: 'Time',
    before: '{metric}, before',
    change: '{metric}, change',
    difference: 'Difference',
    contribution: 'Contribution',
    share: 'Share of {metric}',
    cumulative: '{metric}, running total',
    movingAverage: '{metric}, mean of {window}',
    forecast: '{metric}, forecast',
    low: 'Low',
    high: 'High',
    probability: 'Probability',
    expected: 'Expected',
    usualFrom: 'Usual from',
    usualTo: 'Usual to',
    unusual: 'Unusual',
  },
  tables: { whole: 'In all', by: 'By {dimension}', interval: 'Interval' },
  members: {
    none: 'No {dimension}',
    others: 'All others ({count})',
    othersUncounted: 'All others',
  },
  notes: {
    noData: 'There is no data yet.',
    firstRows: 'Only the first {count} rows are shown.',
    wholeIsEverything: 'The whole is everything, whatever {dimensions}.',
    notAdditive:
      '{metric} does not add up over {dimensions}: each group’s own change is shown there.',
    nothingUnusual: '{metric}: nothing stands out from level, trend and season.',
    unusual: '{count} of {all} values stand out.',
    rose: 'The level rose about {time}.',
    fell: 'The level fell about {time}.',
    finishedOnly: 'What has not ended is left out.',
    dataEnded: 'The data ends there: the forecast goes on from its last day.',
    noInterval: 'How far off the forecast may be cannot be told from this history.',
    heldOutSeason:
      'Tested {count}× on what was held out: its mean absolute error was {ratio} of that of the value one season before.',
    heldOutLast:
      'Tested {count}× on what was held out: its mean absolute error was {ratio} of that of the last value.',
  },
  methods: {
    combination: 'Mean of several methods, weighted by how they did on what was held out.',
    seasons: 'Seasons taken out, the rest forecast by the mean of several methods.',
    intermittent: 'Most periods are zero: a constant rate is expected.',
    last: 'The last value is kept: the history is too short or too even for a model.',
  },
  declines: {
    noMetric: 'The question names no metric.',
    oneMetric: 'Please ask about one metric at a time.',
    noPeriod: 'To explain a change a period is needed, such as "last week".',
    samePeriods: 'Both periods of the comparison are the same.',
    metricCondition:
      'Conditions on a metric are kept to in tables only; here use a filter, such as a country.',
    notAhead: 'A forecast is of a time ahead.',
    spanTooLong: 'Unusual values are looked for in up to {span} at once.',
    noParts: '{metric} is no whole that could have shares.',
    anomaliesByDimension:
      'Unusual values by a breakdown are not looked for yet; a filter is possible.',
    forecastByDimension:
      'Forecasts by a breakdown are not available yet; a filter is ("… in Germany").',
    nothingFinished: 'There is no finished period with data yet.',
    tooFewBuckets: '{metric}: at least eight finished periods are needed to tell what is usual.',
    notComputable: '{metric} cannot be computed from these values.',
    horizonTooLong: 'Forecasts reach up to {span} ahead.',
    runningNotAdditive:
      '{metric} does not add up over time: for its running total ask by day, week or month of a period.',
    runningTooLong: 'A running total of {metric} has up to {count} buckets.',
    retainedMetric: 'Retention is told of customers and of their revenue, not of other metrics.',
    notRanked: 'Lists of the lowest inside groups, or of what changed least, are not available.',
  },
};
