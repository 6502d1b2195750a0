import { isJoinable } from '../../linking/index.js';
import type { Draft } from '../frame/draft.js';
import type { Chart, FigureFrame } from '../frame/frame.js';
import type { Reading, ReadingContext } from '../reading/reading.js';
import { type Assumption, note } from './assumption.js';
import type { BuildContext } from './built.js';

/** Grain, chart and the notes every frame gets. */
export function finish(frame: Draft, context: BuildContext, assumptions: Assumption[]): void {
  // what is unusual is looked for in the latest time, however long that is
  if (frame.time === null && frame.horizon === null && frame.intent !== 'anomalies')
    note(assumptions, { key: 'noTime', args: [] });
  if (
    (frame.transform?.kind === 'share' || frame.transform?.kind === 'cumulative') &&
    frame.metrics.length > 0
  ) {
    for (const name of frame.metrics)
      if (context.catalogue.metrics.find((m) => m.name === name)?.additive === false)
        note(assumptions, { key: 'notAdditive', args: [name] });
  }
  frame.chart = chartOf(frame);
}

/** The chart a question names. */
export function askedChart(reading: Reading): Chart | undefined {
  if (reading.cues.has('chart_line')) return 'line';
  if (reading.cues.has('chart_bar')) return 'bar';
  return reading.cues.has('chart_table') ? 'table' : undefined;
}

function chartOf(frame: Draft): Chart {
  if (frame.intent === 'funnel') return 'funnel';
  if (frame.intent === 'retention') return 'cohort';
  if (frame.intent === 'forecast' || frame.intent === 'anomalies' || frame.grain !== null)
    return 'line';
  if (frame.dimensions.length > 1 || frame.metrics.length > 2) return 'table';
  return frame.dimensions.length === 1 || frame.compare !== null ? 'bar' : 'number';
}

/** A metric of the frame and a dimension that it cannot be combined with, if any. */
export function blockedPair(
  frame: FigureFrame,
  context: ReadingContext,
): { readonly metric: string; readonly dimension: string } | undefined {
  const sides = frame.ratio === null ? [] : [frame.ratio.numerator, frame.ratio.denominator];
  for (const { metric, filters } of sides) {
    const apart = filters.find(
      ({ dimension }) => !isJoinable(context.catalogue, metric, dimension),
    );
    if (apart !== undefined) return { metric, dimension: apart.dimension };
  }
  for (const metric of frame.metrics) {
    for (const dimension of [...frame.dimensions, ...frame.filters.map((f) => f.dimension)]) {
      if (!isJoinable(context.catalogue, metric, dimension)) return { metric, dimension };
    }
  }
  return undefined;
}
