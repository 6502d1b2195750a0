import type { FunnelStudy } from '@olympus/language';
import type { AnswerRow } from '@olympus/semantic';
import { trendGrains } from '../../../funnels/funnels.contract.js';
import type { AskTable } from '../../ask-answer.js';
import { fill } from '../../texts/index.js';
import type { Answered } from '../asking.js';
import { dimensionColumn, timeColumn } from '../columns.js';
import {
  dataOf,
  figureOf,
  labelPart,
  nameColumn,
  numberColumn,
  type Studying,
  tableOf,
  tellSentence,
} from './studying.js';

/** How many go on, as `funnels.run` tells it: by step in `r1`, or by group where there is a breakdown. */
export async function answerFunnel(studying: Studying, study: FunnelStudy): Promise<Answered> {
  const { engines, request, frame, time, filters, modelLanguage, words, locale } = studying;
  const [dimension] = frame.dimensions;
  const grain = trendGrains.find((one) => one === frame.grain);
  const answer = await engines.funnels.run({
    ...request,
    language: modelLanguage,
    ...(time === undefined ? {} : { time }),
    ...(grain === undefined ? {} : { grain }),
    funnel: {
      steps: study.steps.map((act, index) => ({
        act,
        ...(index === 0 && filters !== undefined ? { filters } : {}),
      })),
      ...(study.within === null ? {} : { window: { count: study.within, unit: 'day' } }),
      ...(dimension === undefined ? {} : { breakdown: { dimension } }),
    },
  });
  const { columns, notes, sentences } = words;
  const first = [
    ...(grain === undefined ? [] : [trendTable(studying, study, answer)]),
    ...(dimension === undefined ? [] : [groupTable(studying, dimension, answer)]),
  ].map((table, index) => ({ ...table, id: `r${index + 1}` }));
  const steps = tableOf(
    `r${first.length + 1}`,
    words.tables.steps,
    [
      nameColumn('step', columns.step),
      numberColumn('people', columns.people, 'count'),
      numberColumn('of_start', columns.ofStart, 'ratio'),
      numberColumn('of_previous', columns.ofPrevious, 'ratio'),
      numberColumn('left', columns.left, 'count'),
    ],
    answer.steps.map(
      (step, index): AnswerRow => ({
        step: step.label,
        people: step.people,
        of_start: step.share_of_start,
        of_previous: index === 0 ? null : step.share_of_previous,
        left: index === 0 ? null : step.dropped,
      }),
    ),
  );
  const tables: AskTable[] = [...first, steps];
  const whole = tableOf(
    `r${tables.length + 1}`,
    words.tables.whole,
    [
      numberColumn('started', columns.started, 'count'),
      numberColumn('converted', columns.converted, 'count'),
      numberColumn('left', columns.left, 'count'),
      numberColumn('rate', columns.rate, 'ratio'),
    ],
    [
      {
        started: answer.started,
        converted: answer.converted,
        left: answer.started - answer.converted,
        rate: answer.rate,
      },
    ],
  );
  tables.push(whole);
  const [start, end] = [answer.steps[0], answer.steps.at(-1)];
  const worst = answer.steps
    .map(({ dropped }, index) => ({ dropped, index }))
    .slice(1)
    .sort((a, b) => b.dropped - a.dropped)[0];
  const figure = (column: string) => figureOf(studying, whole, 0, column);
  const ends = { first: labelPart(start?.label ?? ''), last: labelPart(end?.label ?? '') };
  const { count, unit } = answer.window;
  const window = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
    count,
  );
  return {
    kind: 'answered',
    data: dataOf(studying, answer, tables, {
      ...(grain === undefined ? {} : { grain }),
      notes: [
        fill(notes.funnelWindow, { window }),
        ...(filters === undefined ? [] : [notes.funnelFilters]),
        ...answer.notes.map(({ message }) => message),
      ],
    }),
    insights: [
      ...(study.shown === 'dropped'
        ? tellSentence(sentences.dropped, {
            left: figure('left'),
            started: figure('started'),
            ...ends,
          })
        : []),
      ...tellSentence(sentences.funnel, {
        converted: figure('converted'),
        started: figure('started'),
        rate: figure('rate'),
        ...ends,
      }),
      ...(worst === undefined || answer.steps.length < 3
        ? []
        : tellSentence(sentences.worstStep, {
            step: labelPart(answer.steps[worst.index]?.label ?? ''),
            left: figureOf(studying, steps, worst.index, 'left'),
          })),
    ],
  };
}

/** By when people began: how many, and which part went on; the part that did not where that was asked for. */
function trendTable(
  { words, texts }: Studying,
  { shown }: FunnelStudy,
  { trend }: Awaited<ReturnType<Studying['engines']['funnels']['run']>>,
): AskTable {
  const { columns, tables } = words;
  const isLost = shown === 'dropped';
  return tableOf(
    'r1',
    tables.trend,
    [
      timeColumn({ texts }, 'date'),
      numberColumn('rate', isLost ? columns.leftRate : columns.rate, 'ratio'),
      numberColumn('started', columns.started, 'count'),
      numberColumn('converted', columns.converted, 'count'),
    ],
    trend.points.map(({ at, started, converted }) => ({
      time: at,
      rate: started === 0 ? null : (isLost ? started - converted : converted) / started,
      started,
      converted,
    })),
  );
}

function groupTable(
  studying: Studying,
  dimension: string,
  { breakdown }: Awaited<ReturnType<Studying['engines']['funnels']['run']>>,
): AskTable {
  const { columns, tables } = studying.words;
  const { groups = [], others = null } = breakdown ?? {};
  const rowOf = ({ value, people, share_of_start: rate }: (typeof groups)[number]): AnswerRow => ({
    [dimension]: value,
    started: people[0] ?? 0,
    converted: people.at(-1) ?? 0,
    rate,
  });
  return tableOf(
    'r1',
    tables.groups,
    [
      dimensionColumn(studying, dimension),
      numberColumn('started', columns.started, 'count'),
      numberColumn('converted', columns.converted, 'count'),
      numberColumn('rate', columns.rate, 'ratio'),
    ],
    [
      ...groups.map(rowOf),
      ...(others === null
        ? []
        : [{ ...rowOf(others), [dimension]: studying.texts.members.othersUncounted }]),
    ],
  );
}
