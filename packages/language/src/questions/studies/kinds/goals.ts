import { declined } from '../../building/built.js';
import type { StudyReader } from '../meaning.js';

/** "Are we on track for the revenue goal?", "how is KPI X doing?" */
export const readGoals: StudyReader = (reading, { catalogue }) => {
  const { goals } = catalogue.studies ?? { goals: [] };
  const isNamed = reading.some(
    (piece) => piece.things('goal').length > 0 && piece.metrics.length === 0,
  );
  if (!reading.has('goal') && !(isNamed && reading.has('standing'))) return undefined;
  const named = reading.takeAll((piece) => piece.things('goal').length > 0, 'value');
  reading.takeAll((piece) => piece.has('goal', 'standing'));
  reading.takeAll((piece) => piece.has('list') && piece.metrics.length === 0);
  // a target is of its own period, which the answer tells
  reading.takeAll(({ node }) => node?.op === 'this', 'time');
  // "the monthly target": a target is of its period anyway
  reading.takeAll(
    (piece) =>
      piece.hasBase('grain_day', 'grain_week', 'grain_month', 'grain_quarter', 'grain_year'),
    'time',
  );
  const ids = named.flatMap((piece) => piece.things('goal'));
  if (ids.length === 0) {
    const measure = reading.take(({ metrics }) => metrics.length > 0, 'metric');
    if (measure !== undefined && goals.length > 0) {
      const of = goals.filter(({ metric }) => measure.metrics.includes(metric));
      if (of.length === 0) return declined({ reason: 'unknown_value', said: measure.text });
      ids.push(...of.map(({ name }) => name));
    }
  }
  return {
    kind: 'meaning',
    studies: [{ kind: 'goals', goals: [...new Set(ids)] }],
    accepts: [],
  };
};
