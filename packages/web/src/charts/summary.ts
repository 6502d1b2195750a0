import { formatRange } from '../format/dates.js';
import type { NumberStyle } from '../format/numbers.js';
import type { Aligned, AlignedSeries } from './align.js';
import type { SeriesData } from './data.js';
import type { ChartLabels } from './labels.js';
import { noteOf, readingAt, spoken } from './reading.js';
import { formatValue } from './value-format.js';

interface Words {
  readonly style: NumberStyle;
  readonly labels: ChartLabels;
}

/** A chart of series in one or two sentences, for who does not see it. */
export function summariseSeries(data: SeriesData, aligned: Aligned, words: Words): string {
  const { labels, style } = words;
  const say = labels.summary;
  const by = data.axis.kind === 'time' ? data.axis.grain : data.axis.label.toLowerCase();
  const head = say.head(data.title, by, data.range ? formatRange(data.range, style.locale) : '');
  const { series, buckets } = aligned;
  const [only] = series;
  const filled = series.some(({ points }) =>
    points.some((point) => point.value !== null || point.expected != null),
  );
  if (!only || !filled) return `${head}: ${say.none}`;
  const parts =
    series.length === 1
      ? [courseOf(data, only, buckets, words)]
      : [
          say.series(series.length, series.map(({ label }) => label).join(', ')),
          ...series.slice(0, 3).flatMap((one) => {
            const at = one.points.findLastIndex(({ value }) => value !== null);
            const value = formatValue(one.points[at]?.value ?? null, data.unit, style);
            return at < 0 ? [] : [say.single(one.label, say.on(value, buckets[at]?.label ?? ''))];
          }),
        ];
  const last = buckets.length - 1;
  if (data.band?.kind === 'forecast') {
    parts.push(say.ahead(spoken(readingAt(data, aligned, last, words), labels)));
  } else if (data.band) {
    parts.push(say.flagged(only.points.filter(({ flagged }) => flagged).length));
  }
  if (data.comparison && only.compared) {
    parts.push(say.dashed(formatRange(data.comparison, style.locale)));
  }
  if (data.annotations?.length) {
    parts.push(say.annotated(data.annotations.map(({ label }) => label).join('; ')));
  }
  return `${head}. ${parts.filter(Boolean).join(' ')}`;
}

/** First, last, highest and lowest of a series. */
function courseOf(
  data: SeriesData,
  { points }: AlignedSeries,
  buckets: Aligned['buckets'],
  { style, labels }: Words,
): string {
  const filled = points.flatMap((point, index) => (point.value === null ? [] : [index]));
  const [first, last] = [filled[0], filled.at(-1)];
  if (first === undefined || last === undefined) return '';
  const valueAt = (index: number) => points[index]?.value ?? 0;
  const tell = (index: number) =>
    labels.summary.on(
      formatValue(valueAt(index), data.unit, style),
      `${buckets[index]?.label ?? ''}${noteOf(points[index], labels) && ` ${noteOf(points[index], labels)}`}`,
    );
  // A bucket that has not ended is no extreme, unless there are no others.
  const whole = filled.filter((index) => !points[index]?.provisional);
  const order = (whole.length > 0 ? whole : filled).sort((a, b) => valueAt(a) - valueAt(b));
  return labels.summary.course(
    tell(first),
    tell(last),
    tell(order.at(-1) ?? last),
    tell(order[0] ?? first),
  );
}
