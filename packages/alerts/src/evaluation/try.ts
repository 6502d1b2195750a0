import type { Condition } from '../definition/definition.js';
import { sensitivities } from '../definition/rule.js';
import { isReplayable, readFrames } from '../reading/frames.js';
import type { Reading } from '../reading/ports.js';
import type { CalendarWindow } from '../reading/windows.js';
import type { Frame } from '../rules/observation.js';
import { type Episode, replay } from '../rules/replay.js';
import { type Suggestion, suggestLevel } from '../rules/suggest.js';
import { openHours } from './open-hours.js';

/** How many windows a look at the past goes over. */
export const pastWindows: Readonly<Record<CalendarWindow, number>> = {
  hour: 21 * 24,
  day: 90,
  week: 52,
  month: 24,
};

/** The same where each window is judged by all before it, which costs more. */
const bandWindows: typeof pastWindows = { ...pastWindows, hour: 14 * 24 };

/** Firings that a suggestion aims at. */
const defaultAim = 3;

/** What an alert would have done. */
export interface Tried {
  readonly frames: readonly Frame[];
  readonly episodes: readonly Episode[];
  /** The windows that were gone over; those of minutes are looked at hour by hour. */
  readonly window: CalendarWindow;
  /** Whether hours stand for rolling minutes. */
  readonly approximate: boolean;
  readonly suggestion: (Suggestion & { readonly sensitivity?: string }) | undefined;
}

/** Why the past cannot be gone over. */
export type NotTried = 'needs_whole_hours' | 'needs_present';

/** Replays a condition over the past: the same reading and the same fold as live evaluation. */
export async function tryCondition(
  reading: Reading,
  condition: Condition,
  options: { readonly windows?: number | undefined; readonly aim?: number | undefined } = {},
): Promise<Tried | NotTried> {
  const { rule } = condition;
  if (!isReplayable(condition)) return rule.kind === 'pace' ? 'needs_present' : 'needs_whole_hours';
  const rolling = rule.kind === 'no_data' || condition.window === '60m';
  const window = (rolling ? 'hour' : condition.window) as CalendarWindow;
  const count = options.windows ?? (rule.kind === 'band' ? bandWindows : pastWindows)[window];
  const aim = options.aim ?? defaultAim;
  const frames = await framesOf(reading, { ...condition, window }, count);
  const isOpen = openHours({ ...condition, window }, reading.zone.timeZone);
  const { episodes } = replay(frames, condition, isOpen);
  const suggestion =
    rule.kind === 'band' && window !== 'hour'
      ? await suggestSensitivity(reading, { ...condition, window }, { count, aim })
      : suggestLevel(frames, condition, isOpen, aim);
  return { frames, episodes, window, approximate: rolling, suggestion };
}

async function framesOf(reading: Reading, condition: Condition, count: number) {
  const { rule } = condition;
  if (rule.kind !== 'no_data') return readFrames(reading, condition, count);
  // nothing at all in so many hours that end together
  const hours = Math.ceil(rule.minutes / 60);
  const level = { kind: 'threshold', direction: 'below', level: 0 } as const;
  const hourly = await readFrames(reading, { ...condition, rule: level }, count + hours - 1);
  return hourly.slice(hours - 1).map((frame, index): Frame => {
    const together = hourly.slice(index, index + hours);
    const observations = frame.observations.map((one) => {
      const values = together.map(
        ({ observations: some }) => some.find(({ key }) => key === one.key)?.value ?? 0,
      );
      return { ...one, value: values.reduce((sum, value) => sum + value, 0) };
    });
    return { ...frame, fromMs: together[0]?.fromMs ?? frame.fromMs, observations };
  });
}

/** The sensitivity that comes closest to the aim from below, and how often it would have fired. */
async function suggestSensitivity(
  reading: Reading,
  condition: Condition,
  { count, aim }: { readonly count: number; readonly aim: number },
): Promise<(Suggestion & { readonly sensitivity: string }) | undefined> {
  const { rule } = condition;
  if (rule.kind !== 'band') return undefined;
  const isOpen = openHours(condition, reading.zone.timeZone);
  const tried = await Promise.all(
    sensitivities.map(async (sensitivity, level) => {
      const changed = { ...condition, rule: { ...rule, sensitivity } };
      const frames = await readFrames(reading, changed, count);
      return { level, sensitivity, firings: replay(frames, changed, isOpen).episodes.length };
    }),
  );
  const [best] = tried
    .filter(({ firings }) => firings <= aim)
    .sort((a, b) => b.firings - a.firings || b.level - a.level);
  return best;
}
