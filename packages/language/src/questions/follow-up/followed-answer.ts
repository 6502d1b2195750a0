import type { FigureFrame } from '../frame/frame.js';
import type { PreviousAnswer } from '../frame/outcome.js';
import type { Reading } from '../reading/reading.js';
import { isConditional } from './change-frame.js';

/** An answer with figures, which a follow-up changes. */
export type FollowedAnswer = PreviousAnswer & { readonly frame: FigureFrame };

/** The answer that a question changes; undefined when the question stands on its own. */
export function followedAnswer(
  reading: Reading,
  previous: PreviousAnswer | undefined,
): FollowedAnswer | undefined {
  if (previous === undefined) return undefined;
  const { frame } = previous;
  if (frame.intent === 'command' || frame.intent === 'help' || frame.intent === 'study')
    return undefined;
  return isFollowUp(reading, frame) ? { ...previous, frame } : undefined;
}

function isFollowUp(reading: Reading, before: FigureFrame): boolean {
  const { cues, first } = reading;
  if (cues.has('undo') && reading.metrics.length === 0) return true;
  const recognised = reading.pieces.some((piece) => piece.score > 0);
  if (!recognised) return false;
  if (reading.metrics.length === 0)
    return !(cues.has('funnel') && reading.events.length > 1) && !cues.has('help');
  const conditional =
    reading.metrics.every((slot) => isConditional(slot, reading)) &&
    reading.dimensions.length === 0;
  if (conditional && before.dimensions.length > 0) return true;
  if (first.has('rank') && reading.rankBy !== undefined && reading.dimensions.length === 0)
    return true;
  return (
    isTopicAlone(reading) ||
    first.has('follow') ||
    first.has('add') ||
    first.has('correct') ||
    first.has('replace') ||
    cues.has('replace') ||
    cues.has('correct')
  );
}

/** "注文数は?": a measure and the sign of a topic. */
function isTopicAlone(reading: Reading): boolean {
  const bare = reading.dimensions.length + reading.values.length + reading.times.length === 0;
  return (
    bare &&
    (reading.language === 'ja' || reading.language === 'zh') &&
    reading.words.some((word) => word.fold === 'は' || word.fold === '呢')
  );
}
