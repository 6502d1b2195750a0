import type { CheckedDraft } from './intent-problems.js';

/** A part of a frame that not every intent has. */
export type Part = Exclude<
  keyof CheckedDraft,
  'intent' | 'metrics' | 'command' | 'study' | 'chart'
>;

const rowParts = [
  'order',
  'limit',
  'transform',
  'ratio',
  'ranking',
] as const satisfies readonly Part[];

/** The parts that frames of an intent leave empty: nothing would be done with them. */
const lacking: Readonly<Record<CheckedDraft['intent'], readonly Part[]>> = {
  query: ['compare', 'horizon', 'steps'],
  compare: ['horizon', 'steps'],
  explain: ['grain', ...rowParts, 'horizon', 'steps'],
  forecast: ['compare', ...rowParts, 'steps'],
  funnel: [...rowParts, 'horizon'],
  retention: ['compare', ...rowParts, 'horizon', 'steps'],
  anomalies: ['compare', ...rowParts, 'horizon', 'steps'],
  help: ['dimensions', 'filters', 'time', 'grain', 'compare', ...rowParts, 'horizon', 'steps'],
};

/** The parts of a draft that hold something although its intent does nothing with them. */
export function superfluousParts(draft: CheckedDraft): readonly Part[] {
  const filled = lacking[draft.intent].filter((part) => !isEmpty(draft[part]));
  // the time of a forecast is one ahead, which its horizon reaches
  const isPast = draft.intent === 'forecast' && draft.time !== null && draft.horizon === null;
  return isPast ? [...filled, 'time'] : filled;
}

const isEmpty = (part: CheckedDraft[Part]): boolean =>
  part === null || (Array.isArray(part) && part.length === 0);
