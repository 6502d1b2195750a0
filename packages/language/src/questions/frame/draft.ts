import type { FigureFrame } from './frame.js';

/** A frame of figures under construction; parts that its intent cannot have may still be there. */
export type Draft = { -readonly [K in keyof FigureFrame]: FigureFrame[K] };

/** A finished draft as the frame of its intent, without the parts that such a frame cannot have. */
export function frameOf(draft: Draft): FigureFrame {
  const frame = { ...draft, horizon: null, steps: [] } as const;
  switch (draft.intent) {
    case 'query':
      return { ...frame, intent: draft.intent, compare: null };
    case 'compare':
    case 'retention':
    case 'anomalies':
      return { ...frame, intent: draft.intent };
    case 'explain':
      return {
        ...frame,
        intent: draft.intent,
        compare: draft.compare ?? { kind: 'previous_period' },
      };
    case 'forecast':
      return { ...frame, intent: draft.intent, horizon: draft.horizon };
    case 'funnel':
      return { ...frame, intent: draft.intent, steps: draft.steps };
    default:
      throw new Error(`unknown intent ${draft.intent satisfies never}`);
  }
}
