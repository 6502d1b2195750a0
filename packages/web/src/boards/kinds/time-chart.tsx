import type { TileAsk } from '@olympus/sdk';
import { type ReactNode, useContext, useMemo } from 'react';
import type { ChartOptions, SeriesData } from '../../charts/index.js';
import { formatRange } from '../../format/dates.js';
import { useNumberStyle } from '../../format/style-context.js';
import { useTexts } from '../../messages/use-texts.js';
import { boardTexts } from '../texts.js';
import { TooLittle } from '../tile/too-little.js';
import { asQueryAnswer, PolarityContext, timeSeries } from './query-answer.js';
import type { TileDrawing } from './tile-kind.js';

/** Room of a legend above the drawing. */
const LEGEND = 32;

/** A chart over time takes the comparison where it has one series. */
export function overTime(ask: TileAsk['ask']): Omit<TileAsk, 'ask'> {
  const { dimensions, metrics } = ask.input;
  const one = Array.isArray(metrics) && metrics.length === 1;
  const whole = !Array.isArray(dimensions) || dimensions.length === 0;
  return one && whole ? { follows: { compare: true } } : {};
}

/** What all charts over time share: the series, the place for the legend, what the picture says. */
export function TimeChart({
  drawing,
  draw,
}: {
  readonly drawing: TileDrawing;
  readonly draw: (data: SeriesData, options: ChartOptions) => ReactNode;
}) {
  const { t } = useTexts(boardTexts);
  const { locale } = useNumberStyle();
  const polarities = useContext(PolarityContext);
  const { title, annotations, height } = drawing;
  const answer = asQueryAnswer(drawing.answers[0]);
  const others = t('others');
  const data = useMemo(
    () => answer && timeSeries(answer, polarities, { title, annotations, others }),
    [answer, polarities, title, annotations, others],
  );
  if (!answer || !data || data.series.length === 0) return <TooLittle height={height} />;
  const { range, time_zone, currency } = answer.meta;
  return draw(data, {
    toolbar: false,
    height: Math.max(96, height - (data.series.length > 1 ? LEGEND : 0)),
    details: [range ? formatRange(range, locale) : '', time_zone.replaceAll('_', ' '), currency],
    sharedCursor: true,
  });
}
