import type { FigureFrame } from '../frame/frame.js';
import type { Reading } from '../reading/reading.js';
import { isFuture } from './place-times.js';

/** The intent the cues name, without the comparison. */
export function intentOf(reading: Reading): Exclude<FigureFrame['intent'], 'compare'> {
  const { cues } = reading;
  if (cues.has('funnel') && (reading.events.length > 0 || cues.size > 0)) return 'funnel';
  if (cues.has('retention') && !namesCohort(reading)) return 'retention';
  if (cues.has('why') || (cues.has('cause') && cues.has('change'))) return 'explain';
  if (cues.has('anomaly')) return 'anomalies';
  const future = reading.times.some((slot) => isFuture(slot.node));
  if (cues.has('forecast') || future) return 'forecast';
  return 'query';
}

/** "Revenue of the cohort Garden lovers": the word only names what its value is one of. */
function namesCohort({ pieces, mentioned }: Reading): boolean {
  return pieces
    .filter((piece) => piece.cues.has('retention'))
    .every(({ links }) =>
      links.some(({ target }) => target.kind === 'dimension' && mentioned.includes(target.name)),
    );
}
