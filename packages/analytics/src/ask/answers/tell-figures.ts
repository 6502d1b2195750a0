import type { MemberFigure, SummaryFact } from '@olympus/language';
import type { Unit } from '@olympus/semantic';
import { numberIn } from '../../query/number-in.js';
import type { QueryAnswer } from '../../query/query-service.js';
import type { AskTable, Insight } from '../ask-answer.js';
import { spanOf } from '../frame-query.js';
import { cellName, narrated, periodOf, tell } from '../insights.js';
import { type Asking, memberLabel } from './asking.js';
import { isAdditive, labelOf, unitOf } from './columns.js';
import { tellWinner } from './tell-winner.js';

/** Metrics that sentences are told of; the table has them all. */
const toldMetrics = 3;

/** How a column is spoken of. */
export interface Named {
  readonly label: string;
  readonly unit: Unit;
  /** Whether its groups add up to the whole. */
  readonly additive: boolean;
}

const namedMetric = ({ language }: Asking, metric: string): Named => ({
  label: labelOf(language, metric),
  unit: unitOf(language, metric),
  additive: isAdditive(language, metric),
});

/** What the first metrics came to, against what, by which groups, and their extremes over time. */
export function tellFigures(
  asking: Asking,
  tables: readonly AskTable[],
  answer: Pick<QueryAnswer, 'meta'>,
  nameOf: (metric: string) => Named = (metric) => namedMetric(asking, metric),
): readonly Insight[] {
  const { frame, language, locale } = asking;
  const [main, whole] = tables;
  const { range, comparison_range: earlier, currency } = answer.meta;
  if (main === undefined || range === null) return [];
  const winner = tellWinner(asking, main, answer, nameOf);
  if (winner !== undefined) return winner;
  const total = whole ?? main;
  const isSeries = frame.grain !== null && frame.dimensions.length === 0;
  return frame.metrics.slice(0, toldMetrics).flatMap((metric) => {
    const named = nameOf(metric);
    const series = isSeries ? seriesOf(asking, main, metric) : [];
    const row = total.rows[0];
    const current = numberIn(row?.[metric]);
    // of a share without groups, or by bucket, the whole is something else
    const isPart = frame.transform?.kind === 'share';
    if (current === null || (isPart && (frame.dimensions.length === 0 || frame.grain !== null))) {
      return [];
    }
    const previous = numberIn(row?.[`${metric}_previous`]);
    const [dimension] = frame.dimensions;
    const ascending = frame.order[0]?.direction === 'asc';
    const byValue = (a: MemberFigure, b: MemberFigure) => b.value - a.value;
    const figures =
      dimension === undefined || frame.dimensions.length > 1 || frame.grain !== null || ascending
        ? []
        : main.rows.flatMap((member, index) => {
            const value = numberIn(member[metric]);
            const label = member[dimension];
            if (value === null || label === null || label === undefined) return [];
            return [
              {
                label: memberLabel(asking, dimension, label),
                value,
                cell: cellName(main.id, index, metric),
              },
            ];
          });
    const fact: SummaryFact = {
      kind: 'summary',
      metric: narrated(named.label, named.unit, currency),
      period: periodOf(
        frame.compare === null
          ? (spanOf(frame, language.firstDay) ?? range)
          : (frame.time ?? range),
      ),
      current: { value: current, cell: cellName(total.id, 0, metric) },
      ...(previous === null || earlier === undefined
        ? {}
        : {
            previous: {
              value: previous,
              cell: cellName(total.id, 0, `${metric}_previous`),
              period: periodOf(earlier),
            },
          }),
      ...(series.length < 3 ? {} : { series }),
      ...(figures.length < 2
        ? {}
        : {
            members: {
              isAdditive: named.additive,
              figures: figures.sort(byValue),
            },
          }),
    };
    return tell(fact, locale);
  });
}

/** The finished buckets of a series, of which the highest and the lowest are told. */
function seriesOf(
  { frame, nowMs }: Asking,
  table: AskTable,
  metric: string,
): NonNullable<SummaryFact['series']> {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const { grain } = frame;
  if (grain === null || grain === 'hour') return [];
  return table.rows.flatMap((row, index) => {
    const value = numberIn(row[metric]);
    const from = typeof row.time === 'string' ? row.time : '';
    const next = table.rows[index + 1]?.time;
    const to = typeof next === 'string' ? next : undefined;
    // the last bucket may not have ended, and its end is not known from here; the first may be cut
    const cut = frame.time !== null && from < frame.time.from;
    if (value === null || to === undefined || to > today || cut) return [];
    return [{ value, cell: cellName(table.id, index, metric), period: periodOf({ from, to }) }];
  });
}
