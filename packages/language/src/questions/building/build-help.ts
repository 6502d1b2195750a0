import { emptyFrame, type HelpFrame } from '../frame/frame.js';
import { namesNothing, type Reading } from '../reading/reading.js';
import type { BuiltFrames } from './built.js';

/** "help", "what can you do?" and nothing else. */
export function helpAsked(reading: Reading): BuiltFrames | undefined {
  if (!reading.cues.has('help') || !namesNothing(reading) || reading.unknown.length > 0)
    return undefined;
  return helpFrames([{ ...emptyFrame, intent: 'help' }]);
}

/** "what is revenue?": what a measure means is in its description, not in its numbers. */
export function meaningAsked(reading: Reading): BuiltFrames | undefined {
  const [metric, ...others] = reading.metrics;
  if (!reading.cues.has('define') || metric === undefined || others.length > 0) return undefined;
  if (reading.dimensions.length + reading.values.length + reading.times.length > 0)
    return undefined;
  return helpFrames(
    metric.names.slice(0, 4).map((name) => ({ ...emptyFrame, intent: 'help', metrics: [name] })),
  );
}

function helpFrames(frames: readonly HelpFrame[]): BuiltFrames {
  return { kind: 'frames', frames, asks: 'meaning', about: '', assumptions: [] };
}
