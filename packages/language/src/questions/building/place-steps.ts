import type { Draft } from '../frame/draft.js';
import { type Reading, spanText } from '../reading/reading.js';
import { type Assumption, note } from './assumption.js';
import { type BuildContext, type BuiltDecline, declined } from './built.js';

/** The events of a funnel: those named, or all of a catalogue that has few. */
export function placeSteps(
  reading: Reading,
  context: BuildContext,
  draft: Draft,
  assumptions: Assumption[],
): BuiltDecline | undefined {
  if (draft.intent !== 'funnel') return undefined;
  const named = namedSteps(reading);
  const events = context.catalogue.events ?? [];
  if (named.length === 0)
    note(assumptions, {
      key: 'metric',
      args: [spanText(reading, 'funnel'), events.map((event) => event.label).join(' → ')],
    });
  const steps =
    named.length === 0 && events.length <= 8 ? events.map((event) => event.name) : named;
  if (steps.length < 2)
    return declined({
      reason: 'unsupported',
      said: reading.events.map((event) => event.names[0]).join(', '),
    });
  draft.steps = steps;
  return undefined;
}

function namedSteps(reading: Reading): string[] {
  const at = reading.pieces.findIndex((piece) => piece.cues.has('funnel'));
  const before = reading.pieces[at - 1];
  const steps = reading.events
    .filter((slot) => !(slot.piece === before && reading.events.length > 2))
    .map((slot) => slot.names[0] ?? '');
  return steps.filter((step, i) => step !== steps[i - 1]);
}
