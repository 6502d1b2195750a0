import type { GoalsStudy } from '@olympus/language';
import type { AnswerRow } from '@olympus/semantic';
import type { AskTable } from '../../ask-answer.js';
import { type Answered, unsupported } from '../asking.js';
import {
  dataOf,
  freshnessOf,
  labelPart,
  nameColumn,
  numberColumn,
  type Studying,
  tableOf,
  tellSentence,
  textColumn,
} from './studying.js';

/** How targets stand, as `kpis.list` tells it; a table for each unit that they are told in. */
export async function answerGoals(studying: Studying, study: GoalsStudy): Promise<Answered> {
  const { goals, request, modelLanguage, words } = studying;
  const found =
    (await goals?.standings(request.tenantId, study.goals, modelLanguage, request.signal)) ?? [];
  if (found.length === 0) return unsupported(words.notes.noGoals);
  const { columns } = words;
  const units = [...new Set(found.map(({ unit }) => unit))];
  const tables = units.map((unit, index): AskTable => {
    const rows = found
      .filter((goal) => goal.unit === unit)
      .map(
        ({ name, period, value, target, expected, landing, status }): AnswerRow => ({
          goal: name,
          status: words.status[status],
          value,
          expected,
          target,
          landing,
          period: `${period.from.slice(0, 10)} – ${lastDay(period.to)}`,
        }),
      );
    return tableOf(
      `r${index + 1}`,
      columns.goal,
      [
        nameColumn('goal', columns.goal),
        textColumn('status', columns.status),
        numberColumn('value', columns.value, unit),
        numberColumn('expected', columns.expected, unit),
        numberColumn('target', columns.target, unit),
        numberColumn('landing', columns.landing, unit),
        textColumn('period', columns.period),
      ],
      rows,
    );
  });
  return {
    kind: 'answered',
    data: dataOf(studying, { range: null, freshness: await freshnessOf(studying) }, tables),
    insights: found.flatMap(({ name, status }) =>
      tellSentence(words.sentences.goal, {
        goal: labelPart(name),
        status: labelPart(words.status[status]),
      }),
    ),
  };
}

/** The last day of a half-open span. */
const lastDay = (to: string): string =>
  new Date(Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
