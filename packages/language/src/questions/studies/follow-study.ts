import type { BuildContext, BuiltDecline, BuiltFrames } from '../building/built.js';
import type { StudyFrame } from '../frame/frame.js';
import { takeBreakdown, takeFilters, takeGrain, takeTimes } from './parts.js';
import type { StudyReading } from './study-reading.js';

/**
 * "And last year?", "and by country?" after a study: the same with another time, filter, step or
 * breakdown. Undefined for whatever says more than that.
 */
export function followStudy(
  reading: StudyReading,
  context: BuildContext,
  previous: StudyFrame,
): BuiltFrames | BuiltDecline | undefined {
  const times = takeTimes(reading, context);
  if ('kind' in times) return undefined;
  const grain = takeGrain(reading);
  const breakdown = takeBreakdown(reading);
  const sets = takeFilters(reading);
  reading.takeAll((piece) => piece.hasBase('follow', 'add', 'replace'));
  const changes =
    times.length > 0 ||
    grain !== undefined ||
    breakdown !== undefined ||
    (sets[0]?.length ?? 0) > 0;
  if (!changes || reading.left().length > 0) return undefined;
  const { kind } = previous.study;
  const splits = kind === 'funnel' || kind === 'retention';
  if ((breakdown !== undefined && !splits) || (grain !== undefined && kind !== 'retention'))
    return undefined;
  const frames = sets.flatMap((filters) =>
    (times.length === 0 ? [previous.time] : times).map(
      (time): StudyFrame => ({
        ...previous,
        time,
        grain: grain ?? previous.grain,
        dimensions: breakdown === undefined ? previous.dimensions : [breakdown],
        filters: [
          ...previous.filters.filter(
            (old) => !filters.some(({ dimension }) => dimension === old.dimension),
          ),
          ...filters,
        ],
      }),
    ),
  );
  return {
    kind: 'frames',
    frames: frames.slice(0, 4),
    asks: times.length > 1 ? 'date' : 'meaning',
    about: '',
    assumptions: [],
  };
}
