import { describe, expect, expectTypeOf, it } from 'vitest';
import { type Draft, frameOf } from './draft.js';
import {
  type ExplainFrame,
  emptyFrame,
  type FigureFrame,
  type Frame,
  type FrameCommand,
  type FrameComparison,
  type FrameHorizon,
  type FrameParts,
  type QueryFrame,
} from './frame.js';

type Of<I extends Frame['intent']> = Extract<Frame, { intent: I }>;

const time = { from: '2026-05-01', to: '2026-06-01', label: 'May' };
const compare: FrameComparison = { kind: 'range', from: '2026-03-01', to: '2026-04-01' };
const horizon: FrameHorizon = { n: 3, grain: 'month' };
const steps = ['viewed', 'bought'];

describe('the type of a frame', () => {
  it('says by its intent which parts may hold something', () => {
    expectTypeOf<Of<'command'>['command']>().toEqualTypeOf<FrameCommand>();
    expectTypeOf<FigureFrame['command']>().toEqualTypeOf<null>();
    expectTypeOf<Of<'explain'>['compare']>().toEqualTypeOf<FrameComparison>();
    expectTypeOf<Of<'query'>['compare']>().toEqualTypeOf<null>();
    expectTypeOf<Of<'forecast'>['horizon']>().toEqualTypeOf<FrameHorizon | null>();
    expectTypeOf<Exclude<Frame, { intent: 'forecast' }>['horizon']>().toEqualTypeOf<null>();
    expectTypeOf<Of<'funnel'>['steps']>().toEqualTypeOf<readonly string[]>();
    expectTypeOf<Exclude<Frame, { intent: 'funnel' }>['steps']>().toEqualTypeOf<readonly []>();
    expectTypeOf<Of<'help'>['filters']>().toEqualTypeOf<readonly []>();
  });

  it('refuses what an intent cannot have', () => {
    // @ts-expect-error a query reaches into no future
    const ahead: Frame = { ...emptyFrame, intent: 'query', horizon };
    // @ts-expect-error a query that compares is of the intent compare
    const compared: Frame = { ...emptyFrame, intent: 'query', compare };
    // @ts-expect-error an explanation is one of a change
    const unexplained: Frame = { ...emptyFrame, intent: 'explain' };
    // @ts-expect-error only a funnel has steps
    const stepped: Frame = { ...emptyFrame, intent: 'retention', steps };
    // @ts-expect-error a command says which
    const unsaid: Frame = { ...emptyFrame, intent: 'command' };
    // @ts-expect-error a forecast has no rows to cut
    const cut: Frame = { ...emptyFrame, intent: 'forecast', limit: 5 };
    // @ts-expect-error a change is explained over the whole of both times
    const stepwise: Frame = { ...emptyFrame, intent: 'explain', compare, grain: 'week' };
    // @ts-expect-error help selects nothing
    const selected: Frame = { ...emptyFrame, intent: 'help', time };
    // @ts-expect-error parts of which the intent is not known are no frame
    const frameOfParts = (parts: FrameParts): Frame => parts;
    const refused = [ahead, compared, unexplained, stepped, unsaid, cut, stepwise, selected];
    expect([...refused, frameOfParts]).toHaveLength(9);
  });

  it('is narrowed by the intent', () => {
    const told = (frame: Frame): string => {
      switch (frame.intent) {
        case 'command':
          return frame.command.type;
        case 'explain':
          return frame.compare.kind;
        default:
          return frame.intent;
      }
    };
    const explained: ExplainFrame = { ...emptyFrame, intent: 'explain', compare };
    expect(told(explained)).toBe('range');
  });
});

describe('a draft', () => {
  const draft: Draft = { ...emptyFrame, intent: 'query', metrics: ['orders'], time };

  it('becomes a frame with every part, in the order of the empty one', () => {
    const frame: FigureFrame = frameOf(draft);
    expect(Object.keys(frame)).toEqual(Object.keys(emptyFrame));
    expect(frame).toEqual<QueryFrame>({ ...emptyFrame, metrics: ['orders'], time });
  });

  it.each([
    ['query', { compare: null, horizon: null, steps: [] }],
    ['compare', { compare, horizon: null, steps: [] }],
    ['explain', { compare, horizon: null, steps: [] }],
    ['forecast', { compare: null, horizon, steps: [] }],
    ['funnel', { compare, horizon: null, steps }],
    ['retention', { compare: null, horizon: null, steps: [] }],
    ['anomalies', { compare: null, horizon: null, steps: [] }],
  ] as const)('leaves behind what the intent %s cannot have', (intent, parts) => {
    expect(frameOf({ ...draft, intent, compare, horizon, steps })).toMatchObject({
      intent,
      ...parts,
    });
  });
});
