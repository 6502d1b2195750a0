import type { ProposedSynonym } from '../../linking/index.js';
import type { PreviousAnswer } from '../frame/outcome.js';
import type { Reading } from '../reading/reading.js';

/** "no, net revenue": the word used before for a metric or dimension now means the corrected one. */
export function learnedSynonym(
  reading: Reading,
  previous: PreviousAnswer,
): ProposedSynonym | undefined {
  if (!reading.cues.has('correct')) return undefined;
  for (const [kind, slots] of [
    ['metric', reading.metrics],
    ['dimension', reading.dimensions],
  ] as const) {
    const name = slots[0]?.names[0];
    if (name === undefined) continue;
    const said = previous.spans?.find((span) => span.role === kind && span.value !== name);
    if (said !== undefined)
      return { kind, name, language: previous.language ?? reading.language, phrase: said.text };
  }
  return undefined;
}
