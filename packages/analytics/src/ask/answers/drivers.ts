import type { DriversFact, MemberFigure } from '@olympus/language';
import type { AnswerRow } from '@olympus/semantic';
import type { DimensionDrivers, Drivers } from '../../engines/index.js';
import type { AskColumn, AskTable, Insight } from '../ask-answer.js';
import { queryOfFrame } from '../frame-query.js';
import { cellName, narrated, periodOf, tell } from '../insights.js';
import { fill } from '../texts/index.js';
import {
  type Answered,
  type Asking,
  dataOf,
  declined,
  hasConditions,
  inSentence,
  memberLabel,
  requestOf,
} from './asking.js';
import { comparedColumns, dimensionColumn, labelOf, unitOf } from './columns.js';

/** Dimensions whose contributions are told in sentences; the tables have them all. */
const toldDimensions = 2;

/**
 * Answers `explain`: the change of the first metric between the two spans (`r1`), taken apart by
 * dimension (`r2` and on).
 */
export async function answerDrivers(asking: Asking): Promise<Answered> {
  const { frame, language } = asking;
  const [metric] = frame.metrics;
  if (metric === undefined) return declined(asking, 'noMetric');
  if (hasConditions(asking)) return declined(asking, 'metricCondition');
  const query = queryOfFrame({ ...frame, metrics: [metric], order: [], grain: null }, language);
  const { time, compare } = query.base;
  const { dimensions } = frame;
  const among = language.catalogue.joinable?.[metric];
  const result = await asking.engines.drivers({
    ...requestOf(asking, metric),
    ...(time === undefined ? {} : { time }),
    ...(compare === undefined ? {} : { compare }),
    ...(dimensions.length > 0 ? { dimensions } : among === undefined ? {} : { among }),
  });
  if (result.kind === 'unsupported') return declined(asking, 'noPeriod');
  const parts = result.dimensions.map((part, index) =>
    partTable(asking, metric, part, `r${index + 2}`),
  );
  return {
    kind: 'answered',
    data: dataOf(asking, result.source, [totalTable(asking, metric, result), ...parts], {
      chart: 'bar',
      notes: notesOf(asking, metric, result),
    }),
    insights: tellDrivers(asking, metric, result, parts),
  };
}

function totalTable(asking: Asking, metric: string, { total }: Drivers): AskTable {
  return {
    id: 'r1',
    title: labelOf(asking.language, metric),
    columns: [...comparedColumns(asking, metric), differenceColumn(asking, metric, false)],
    rows: [rowOf(metric, total)],
  };
}

function partTable(
  asking: Asking,
  metric: string,
  { dimension, groups, others, addsUp }: DimensionDrivers,
  id: string,
): AskTable {
  const { language, texts } = asking;
  const rows = groups.map((group) => ({ [dimension]: group.value, ...rowOf(metric, group) }));
  if (others !== undefined) {
    const { count } = others;
    const name =
      count === null
        ? texts.members.othersUncounted
        : fill(texts.members.others, { count: String(count) });
    rows.push({ [dimension]: name, ...rowOf(metric, others) });
  }
  return {
    id,
    title: fill(texts.tables.by, { dimension: inSentence(asking, labelOf(language, dimension)) }),
    columns: [
      dimensionColumn(asking, dimension),
      ...comparedColumns(asking, metric),
      differenceColumn(asking, metric, addsUp),
    ],
    rows,
  };
}

const rowOf = (
  metric: string,
  { current, previous, change, difference }: Drivers['total'],
): AnswerRow => ({
  [metric]: current,
  [`${metric}_previous`]: previous,
  [`${metric}_change`]: change,
  difference,
});

function differenceColumn(
  { language, texts }: Asking,
  metric: string,
  contributes: boolean,
): AskColumn {
  const { contribution, difference } = texts.columns;
  return {
    name: 'difference',
    label: contributes ? contribution : difference,
    type: 'number',
    unit: unitOf(language, metric),
    role: 'contribution',
  };
}

function notesOf(asking: Asking, metric: string, { dimensions }: Drivers): readonly string[] {
  const { language, locale, texts } = asking;
  const apart = dimensions.filter(({ addsUp }) => !addsUp);
  if (apart.length === 0) return [];
  const names = apart.map(({ dimension }) => inSentence(asking, labelOf(language, dimension)));
  const list = new Intl.ListFormat(locale, { type: 'unit' }).format(names);
  return [fill(texts.notes.notAdditive, { metric: labelOf(language, metric), dimensions: list })];
}

function tellDrivers(
  asking: Asking,
  metric: string,
  { total, dimensions, source }: Drivers,
  tables: readonly AskTable[],
): readonly Insight[] {
  const { frame, language, locale } = asking;
  const { range, comparisonRange, currency } = source;
  const { current, previous, difference } = total;
  if (range === null || comparisonRange === null || current === null || previous === null) {
    return [];
  }
  const told = narrated(labelOf(language, metric), unitOf(language, metric), currency);
  const period = periodOf(frame.time ?? range);
  const previousPeriod = periodOf(comparisonRange);
  const summary = tell(
    {
      kind: 'summary',
      metric: told,
      period,
      current: { value: current, cell: cellName('r1', 0, metric) },
      previous: {
        value: previous,
        cell: cellName('r1', 0, `${metric}_previous`),
        period: previousPeriod,
      },
    },
    locale,
  );
  if (difference === null || difference === 0) return summary;
  const fact = { kind: 'drivers', metric: told, period, previousPeriod } as const;
  const change = { value: difference, cell: cellName('r1', 0, 'difference') };
  const contributions = dimensions
    .flatMap((part, index) => (part.addsUp ? [{ part, table: tables[index] }] : []))
    .slice(0, toldDimensions)
    .flatMap(({ part: { dimension }, table }, index) => {
      const sentences = tell(
        {
          ...fact,
          dimension: labelOf(language, dimension),
          change,
          contributions: table === undefined ? [] : figuresOf(asking, dimension, table),
        } satisfies DriversFact,
        locale,
      );
      // the change itself was told already; the reservation is told once, at the end
      return index === 0 ? sentences.slice(1) : sentences.slice(1, -1);
    });
  return [...summary, ...contributions];
}

const figuresOf = (asking: Asking, dimension: string, table: AskTable): readonly MemberFigure[] =>
  table.rows.map((row, index) => ({
    label: memberLabel(asking, dimension, row[dimension] ?? null),
    value: Number(row.difference),
    cell: cellName(table.id, index, 'difference'),
  }));
