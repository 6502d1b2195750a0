import type { RetentionStudy } from '@olympus/language';
import type { AnswerRow, PersonGrain } from '@olympus/semantic';
import type { RetentionGroup } from '../../../retention/retention-groups.js';
import type { AskColumn, AskTable } from '../../ask-answer.js';
import { fill } from '../../texts/index.js';
import type { Answered } from '../asking.js';
import { dimensionColumn } from '../columns.js';
import {
  dataOf,
  figureOf,
  labelPart,
  numberColumn,
  type Studying,
  tableOf,
  tellSentence,
} from './studying.js';

/** Later periods that are looked at. */
const periodsOf: Readonly<Record<PersonGrain, number>> = { day: 14, week: 12, month: 12 };

/**
 * Who came back, as `retention.run` tells it: by cohort in table `r1` with all cohorts together in
 * `r2`; by group, all its cohorts together, where there is a breakdown.
 */
export async function answerRetention(
  studying: Studying,
  study: RetentionStudy,
): Promise<Answered> {
  const { engines, frame, request, time, filters, modelLanguage, words } = studying;
  const { grain: asked, dimensions } = frame;
  const grain: PersonGrain = asked === 'day' || asked === 'week' ? asked : 'month';
  const [breakdown] = dimensions;
  const answer = await engines.watching.retention({
    ...request,
    language: modelLanguage,
    grain,
    periods: periodsOf[grain],
    bracket: study.shown === 'lost' ? 'on_or_after' : 'on',
    measure: study.measure,
    ...(time === undefined ? {} : { time }),
    ...(filters === undefined ? {} : { filters }),
    ...(breakdown === undefined ? {} : { breakdown }),
  });
  const shown = shownPeriods(answer.groups, answer.periods, study);
  const periods: AskColumn[] = shown.map((period) =>
    numberColumn(
      `p${period}`,
      fill(words.later[grain], { n: period }),
      study.measure === 'revenue' ? 'currency' : 'ratio',
    ),
  );
  const customers = numberColumn('customers', words.columns.customers, 'count');
  const [all] = answer.groups;
  const whole = tableOf(
    'r2',
    words.tables.whole,
    [customers, ...periods],
    all === undefined ? [] : [averageRow(all, shown, study)],
  );
  const tables: AskTable[] =
    breakdown === undefined
      ? [
          tableOf(
            'r1',
            words.tables.cohorts,
            [
              { name: 'time', label: words.columns.firstOrder, type: 'date', role: 'time' },
              customers,
              ...periods,
            ],
            all === undefined ? [] : cohortRows(all, shown, study),
          ),
          ...(study.measure === 'revenue' ? [] : [whole]),
        ]
      : [
          tableOf(
            'r1',
            words.tables.groups,
            [dimensionColumn(studying, breakdown), customers, ...periods],
            answer.groups.map((group) => ({
              [breakdown]: group.rest ? studying.texts.members.othersUncounted : group.label,
              ...averageRow(group, shown, study),
            })),
          ),
        ];
  const isTold = breakdown === undefined && study.measure === 'customers' && all !== undefined;
  return {
    kind: 'answered',
    data: dataOf(studying, { range: answer.meta.range, freshness: answer.meta.freshness }, tables, {
      grain,
      notes: [words.notes.retention],
    }),
    insights: isTold
      ? tellSentence(words.sentences[study.shown === 'lost' ? 'lost' : 'retention'], {
          later: labelPart(fill(words.later[grain], { n: 1 })),
          share: figureOf(studying, whole, 0, 'p1'),
        })
      : [],
  };
}

/** Periods after the first of which something is known; of revenue the first as well. */
function shownPeriods(
  groups: readonly RetentionGroup[],
  periods: number,
  { measure }: RetentionStudy,
): readonly number[] {
  const all = Array.from({ length: periods + 1 }, (_, period) => period);
  return all.filter(
    (period) =>
      (period > 0 || measure === 'revenue') &&
      groups.some(({ cohorts }) =>
        cohorts.some(({ cells }) => cells.some((cell) => cell.period === period && cell.complete)),
      ),
  );
}

function cohortRows(
  group: RetentionGroup,
  shown: readonly number[],
  { shown: what, measure }: RetentionStudy,
): readonly AnswerRow[] {
  return group.cohorts.map(({ cohort, customers, cells }) => {
    const cellOf = (period: number) => {
      const cell = cells.find((one) => one.period === period);
      if (cell === undefined || !cell.complete) return null;
      if (measure === 'revenue') return cell.revenue ?? null;
      return what === 'lost' ? (cell.lost ?? null) : cell.share;
    };
    return {
      time: cohort,
      customers,
      ...Object.fromEntries(shown.map((period) => [`p${period}`, cellOf(period)])),
    };
  });
}

/** All cohorts together, each by its size. */
function averageRow(
  group: RetentionGroup,
  shown: readonly number[],
  { shown: what, measure }: RetentionStudy,
): AnswerRow {
  const of = (period: number) => {
    const average = group.average.find((one) => one.period === period);
    if (measure === 'revenue') return average?.cumulative ?? null;
    return (what === 'lost' ? average?.lost : average?.share) ?? null;
  };
  return {
    customers: group.customers,
    ...Object.fromEntries(shown.map((period) => [`p${period}`, of(period)])),
  };
}
