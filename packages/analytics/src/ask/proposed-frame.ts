import { Problem } from '@olympus/core';
import { type Catalogue, checkFrame, type Frame } from '@olympus/language';

/** Help and commands are read from words only; nobody answers funnels and retention yet. */
const answerable: readonly Frame['intent'][] = [
  'query',
  'compare',
  'explain',
  'forecast',
  'anomalies',
];

/**
 * A frame that was proposed before (an option, a chip taken away), checked like one from anywhere.
 * @throws Problem `invalid_frame` where it does not fit the catalogue or cannot be asked for
 */
export function acceptFrame(frame: Frame, catalogue: Catalogue): Frame {
  const { intent, steps, command } = frame;
  if (!answerable.includes(intent) || steps.length > 0 || command !== null) {
    throw new Problem({
      code: 'invalid_frame',
      kind: 'invalid',
      message: `A frame of the intent "${intent}" cannot be asked for`,
      at: '/frame/intent',
      remedy: `Use one of ${answerable.join(', ')}.`,
    });
  }
  const checked = checkFrame(frame, catalogue);
  if (checked.kind !== 'invalid') return checked.frame;
  const [first] = checked.problems;
  throw new Problem({
    code: 'invalid_frame',
    kind: 'invalid',
    message: `The frame does not fit the model: ${first?.message ?? 'it cannot be read'}`,
    remedy: 'Send one that an answer or an option gave, or the question alone.',
    at: `/frame${first?.path ?? ''}`,
  });
}
