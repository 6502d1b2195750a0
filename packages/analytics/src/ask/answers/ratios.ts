import { type FrameRatio, type FrameTerm, ratioName, ratioText, termText } from '@olympus/language';
import { type AnswerRow, changeOf, type Unit } from '@olympus/semantic';
import { sourceOf } from '../../engines/index.js';
import { numberIn } from '../../query/number-in.js';
import type { QueryAnswer } from '../../query/query-service.js';
import type { AskColumn, AskTable } from '../ask-answer.js';
import {
  type FrameQuery,
  meets,
  mostCandidates,
  mostRows,
  queryFilters,
  queryOfFrame,
} from '../frame-query.js';
import { fill } from '../texts/index.js';
import { type Answered, type Asking, dataOf, declined } from './asking.js';
import { dimensionColumn, isAdditive, timeColumn, unitOf } from './columns.js';
import { tellFigures } from './tell-figures.js';

type Base = FrameQuery['base'];
type Side = 'numerator' | 'denominator';

/** The ratio's rows, and the answers that they were made of. */
interface Divided {
  readonly rows: readonly AnswerRow[];
  readonly answers: readonly QueryAnswer[];
}

/**
 * Answers a ratio: both sides by their groups and buckets with the one divided by the other in table
 * `r1`, and the whole in `r2` where there are groups. Where the denominator is zero or unknown, so is
 * the ratio.
 */
export async function answerRatio(asking: Asking, ratio: FrameRatio): Promise<Answered> {
  const { frame, language, texts } = asking;
  const { time, compare } = frame;
  if (time !== null && compare?.from === time.from && compare.to === time.to)
    return declined(asking, 'samePeriods');
  const { base, conditions } = queryOfFrame({ ...frame, order: [] }, language);
  const { dimensions: _, grain: __, ...overall } = base;
  const grouped = frame.dimensions.length > 0;
  const isWhole = !grouped && frame.grain === null;
  const whole = isWhole ? undefined : await divide(asking, ratio, overall);
  const parts = await divide(asking, ratio, base);
  const among = await groupsAmong(asking, ratio, base);
  const met = parts.rows.filter((row) => meets(row, conditions) && among(row));
  const ordered = orderRows(asking, ratio, met);
  const cut = frame.grain !== null && grouped ? undefined : (frame.limit ?? undefined);
  const rows = ordered.slice(0, cut ?? (frame.grain === null ? mostRows : ordered.length));
  const unit = unitOfRatio(asking, ratio, (whole ?? parts).rows[0]);
  const columns = columnsOfRatio(asking, ratio, unit);
  const title = ratioText(ratio, language.catalogue);
  const main: AskTable = { id: 'r1', title, columns, rows: rows.map((row) => changed(row, unit)) };
  const wholeColumns = columns.filter(({ role }) => role !== 'dimension' && role !== 'time');
  const tables = [
    main,
    ...(whole === undefined
      ? []
      : [
          {
            id: 'r2',
            title: texts.tables.whole,
            columns: wholeColumns,
            rows: whole.rows.map((row) => changed(row, unit)),
          },
        ]),
  ];
  const answers = [...parts.answers, ...(whole?.answers ?? [])];
  const [first] = answers;
  const truncated = cut === undefined && rows.length < ordered.length;
  return {
    kind: 'answered',
    data: dataOf(asking, sourceOf(answers), tables, {
      truncated,
      notes: notesOf(asking, first, truncated),
    }),
    insights:
      first === undefined || conditions.length > 0
        ? []
        : tellFigures(
            { ...asking, frame: { ...frame, metrics: [ratioName], transform: null } },
            tables,
            first,
            () => ({ label: title, unit, additive: false }),
          ),
  };
}

/** Both sides of the ratio by the groups of a query: one statement where they share their filters. */
async function divide(asking: Asking, ratio: FrameRatio, base: Base): Promise<Divided> {
  const { numerator, denominator } = ratio;
  const ask = (metrics: readonly string[], term: FrameTerm): Promise<QueryAnswer> => {
    const filters = [...(base.filters ?? []), ...queryFilters(term.filters, asking.language)];
    return asking.ask({
      ...base,
      metrics: [...new Set([...metrics, ...base.metrics])],
      ...(filters.length === 0 ? {} : { filters }),
      limit: mostCandidates,
    });
  };
  const apart = numerator.filters.length + denominator.filters.length > 0;
  const below = await ask([denominator.metric], denominator);
  const above = apart ? await ask([numerator.metric], numerator) : below;
  const keyOf = (row: AnswerRow) =>
    JSON.stringify([row.time ?? null, ...asking.frame.dimensions.map((name) => row[name] ?? null)]);
  const parts = new Map(above.rows.map((row) => [keyOf(row), row]));
  const nothing = isAdditive(asking.language, numerator.metric) ? 0 : null;
  const rows = below.rows.map((row): AnswerRow => {
    const part = parts.get(keyOf(row));
    const side = (from: AnswerRow | undefined, metric: string, ending: string) =>
      from === undefined ? nothing : (from[`${metric}${ending}`] ?? null);
    const made: Record<string, AnswerRow[string]> = { ...row };
    for (const ending of base.compare === undefined ? [''] : ['', '_previous']) {
      const upper = side(part, numerator.metric, ending);
      const lower = side(row, denominator.metric, ending);
      made[`numerator${ending}`] = upper;
      made[`denominator${ending}`] = lower;
      made[`${ratioName}${ending}`] = quotient(numberIn(upper), numberIn(lower));
    }
    return made;
  });
  return { rows, answers: apart ? [below, above] : [below] };
}

const quotient = (upper: number | null, lower: number | null): number | null =>
  upper === null || lower === null || lower === 0 ? null : upper / lower;

/** The groups that a top-N over time is about: the first by the ratio of the whole span. */
async function groupsAmong(
  asking: Asking,
  ratio: FrameRatio,
  base: Base,
): Promise<(row: AnswerRow) => boolean> {
  const { limit, grain, dimensions } = asking.frame;
  if (limit === null || grain === null || dimensions.length === 0) return () => true;
  const { grain: _, compare: __, ...whole } = base;
  const keyOf = (row: AnswerRow) => JSON.stringify(dimensions.map((name) => row[name] ?? null));
  const { rows } = await divide(asking, ratio, whole);
  const kept = new Set(orderRows(asking, ratio, rows).slice(0, limit).map(keyOf));
  return (row) => kept.has(keyOf(row));
}

/** Rows in the frame's order; what is not known comes last. */
function orderRows(
  { frame }: Asking,
  { numerator, denominator }: FrameRatio,
  rows: readonly AnswerRow[],
): readonly AnswerRow[] {
  const [order] = frame.order;
  if (order === undefined) return rows;
  const sides = new Map<string, string>([
    [denominator.metric, 'denominator'],
    [numerator.metric, 'numerator'],
  ]);
  const column = sides.get(order.by) ?? order.by;
  const sign = order.direction === 'asc' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [left, right] = [numberIn(a[column]), numberIn(b[column])];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}

/** A part of its like is a share, money by a count is money, everything else a number. */
function unitOfRatio(
  { language }: Asking,
  { numerator, denominator }: FrameRatio,
  whole: AnswerRow | undefined,
): Unit {
  const [upper, lower] = [numerator, denominator].map(({ metric }) => unitOf(language, metric));
  if (upper !== lower) return upper === 'currency' ? 'currency' : 'number';
  // three items an order are no 300 %
  const value = numberIn(whole?.[ratioName]) ?? 0;
  return upper === 'currency' || value <= 1 ? 'ratio' : 'number';
}

function changed(row: AnswerRow, unit: Unit): AnswerRow {
  if (!(`${ratioName}_previous` in row)) return row;
  const change = changeOf(row[ratioName] ?? null, row[`${ratioName}_previous`] ?? null, unit);
  return { ...row, [`${ratioName}_change`]: change };
}

function columnsOfRatio(asking: Asking, ratio: FrameRatio, unit: Unit): readonly AskColumn[] {
  const { frame, language, texts } = asking;
  const { grain, dimensions, compare } = frame;
  const label = ratioText(ratio, language.catalogue);
  const side = (name: Side): AskColumn => ({
    name,
    label: termText(ratio[name], language.catalogue),
    type: 'number',
    unit: unitOf(language, ratio[name].metric),
    role: 'metric',
  });
  const { before, change } = texts.columns;
  const number = { type: 'number', unit } as const;
  return [
    ...(grain === null ? [] : [timeColumn(asking, grain === 'hour' ? 'datetime' : 'date')]),
    ...dimensions.map((name) => dimensionColumn(asking, name)),
    { name: ratioName, label, role: 'transformed', ...number },
    ...(compare === null
      ? []
      : ([
          {
            name: `${ratioName}_previous`,
            label: fill(before, { metric: label }),
            role: 'previous',
            ...number,
          },
          {
            name: `${ratioName}_change`,
            label: fill(change, { metric: label }),
            type: 'number',
            unit: 'ratio',
            role: 'change',
          },
        ] as const)),
    side('numerator'),
    side('denominator'),
  ];
}

function notesOf(
  { locale, texts: { notes } }: Asking,
  answer: QueryAnswer | undefined,
  truncated: boolean,
): readonly string[] {
  return [
    ...(answer?.meta.freshness.data_through === null ? [notes.noData] : []),
    ...(truncated ? [fill(notes.firstRows, { count: mostRows.toLocaleString(locale) })] : []),
  ];
}
