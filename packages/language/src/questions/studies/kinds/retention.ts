import { declined } from '../../building/built.js';
import type { StudyReader } from '../meaning.js';
import { timeOf } from '../parts.js';

/** Shorter spans of first orders say nothing of who stays away. */
const shortestMs = 60 * 86_400_000;

/** "Retention by month", "churn by cohort", "cohort table". */
export const readRetention: StudyReader = (reading, context) => {
  if (!reading.tells('retention', 'cohort_table', 'lost')) return undefined;
  const isLost = reading.tells('lost');
  reading.takeAll((piece) => piece.has('retention', 'cohort_table', 'lost'));
  reading.takeAll((piece) => piece.hasBase('retention') && piece.metrics.length === 0);
  reading.takeAll((piece) => piece.has('who', 'rate', 'back', 'list', 'first'));
  const isRevenue =
    reading.take((piece) => piece.things('column').includes('revenue'), 'metric') !== undefined;
  const { studies } = context.catalogue;
  reading.takeAll((piece) => piece.things('act').includes(studies?.order.act ?? ''));
  const time = reading.pieces.find(({ node }) => node !== undefined);
  const range = time && timeOf(time, context);
  if (
    isLost &&
    time !== undefined &&
    range !== undefined &&
    Date.parse(range.to) - Date.parse(range.from) < shortestMs
  ) {
    return declined({ reason: 'unsupported', said: time.text });
  }
  return {
    kind: 'meaning',
    studies: [
      {
        kind: 'retention',
        shown: isLost ? 'lost' : 'back',
        measure: isRevenue ? 'revenue' : 'customers',
      },
    ],
    accepts: ['time', 'filters', 'breakdown', 'day', 'week', 'month'],
  };
};
