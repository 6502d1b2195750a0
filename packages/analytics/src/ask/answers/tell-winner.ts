import type { SummaryFact } from '@olympus/language';
import { numberIn } from '../../query/number-in.js';
import type { QueryAnswer } from '../../query/query-service.js';
import type { AskTable, Insight } from '../ask-answer.js';
import { spanOf } from '../frame-query.js';
import { bucketPeriod, cellName, narrated, periodOf, tell } from '../insights.js';
import { type Asking, memberLabel } from './asking.js';
import type { Named } from './tell-figures.js';

/**
 * "Busiest day", "best weekday": the one that was asked for and what it came to, instead of the whole
 * span. Undefined where more than one was asked for.
 */
export function tellWinner(
  asking: Asking,
  table: AskTable,
  { meta }: Pick<QueryAnswer, 'meta'>,
  nameOf: (metric: string) => Named,
): readonly Insight[] | undefined {
  const { frame, language, locale } = asking;
  const [row, ...others] = table.rows;
  const [dimension, ...more] = frame.dimensions;
  const [by] = frame.order;
  if (frame.limit !== 1 || by === undefined || row === undefined || others.length > 0)
    return undefined;
  if (more.length > 0 || frame.compare !== null || frame.transform !== null) return undefined;
  const value = numberIn(row[by.by]);
  if (value === null || meta.range === null) return undefined;
  const { label, unit } = nameOf(by.by);
  const span = periodOf(spanOf(frame, language.firstDay) ?? meta.range);
  const member = dimension === undefined ? undefined : row[dimension];
  if (dimension !== undefined && (member === null || member === undefined)) return undefined;
  const bucket =
    frame.grain === null || typeof row.time !== 'string'
      ? undefined
      : bucketPeriod(row.time, frame.grain);
  if (dimension === undefined && bucket === undefined) return undefined;
  const named =
    dimension === undefined || member === null || member === undefined
      ? label
      : `${label} (${memberLabel(asking, dimension, member)})`;
  const fact: SummaryFact = {
    kind: 'summary',
    metric: narrated(named, unit, meta.currency),
    period: bucket ?? span,
    current: { value, cell: cellName(table.id, 0, by.by) },
  };
  return tell(fact, locale);
}
