import type { FigureFrame } from './frame.js';

/** A frame of figures under construction; parts that its intent cannot have may still be there. */
export type Draft = { -readonly [K in keyof FigureFrame]: FigureFrame[K] };

/** A finished draft as the frame of its intent, without the parts that such a frame cannot have. */
export function frameOf(draft: Draft): FigureFrame {
  const tabulated = { ...draft, horizon: null, steps: [] } as const;
  const computed = {
    ...tabulated,
    order: [],
    limit: null,
    transform: null,
    ratio: null,
    ranking: null,
  } as const;
  switch (draft.intent) {
    case 'query':
      return { ...tabulated, intent: draft.intent, compare: null };
    case 'compare':
      return { ...tabulated, intent: draft.intent };
    case 'explain': {
      const compare = draft.compare ?? { kind: 'previous_period' };
      return { ...computed, intent: draft.intent, grain: null, compare };
    }
    case 'forecast':
      return { ...computed, intent: draft.intent, compare: null, horizon: draft.horizon };
    case 'funnel':
      return { ...computed, intent: draft.intent, steps: draft.steps };
    case 'retention':
    case 'anomalies':
      return { ...computed, intent: draft.intent, compare: null };
    default:
      throw new Error(`unknown intent ${draft.intent satisfies never}`);
  }
}
