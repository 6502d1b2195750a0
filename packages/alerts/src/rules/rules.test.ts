import { describe, expect, it } from 'vitest';
import type { Rule } from '../definition/rule.js';
import { covers, isWithin } from './hours.js';
import { changeOf, judge } from './judge.js';
import type { Frame, Observation } from './observation.js';
import { advance, noProgress, type Watching } from './progress.js';
import { replay } from './replay.js';
import { suggestLevel } from './suggest.js';

const always = () => true;
const observed = (value: number | null, more: Partial<Observation> = {}): Observation => ({
  key: '',
  value,
  reference: null,
  low: null,
  high: null,
  ...more,
});
const day = 86_400_000;
const frame = (index: number, ...observations: Observation[]): Frame => ({
  at: new Date(index * day).toISOString().slice(0, 10),
  fromMs: index * day,
  toMs: (index + 1) * day,
  observations,
});
const series = (values: readonly (number | null)[]) =>
  values.map((value, index) => frame(index, observed(value)));
const watching = (rule: Rule, needed = 1): Watching => ({ rule, for: needed });
const below = (level: number, resolve: number | null = null): Rule => ({
  kind: 'threshold',
  direction: 'below',
  level,
  resolve,
});
/** Days on which it would have fired, and those that ended it. */
const days = (values: readonly (number | null)[], rule: Rule, needed = 1) =>
  replay(series(values), watching(rule, needed), always).episodes.map(({ from, to }) => [
    Number(from.slice(8)) - 1,
    to === null ? null : Number(to.slice(8)) - 1,
  ]);

describe('a threshold', () => {
  it('fires below its level and not at it', () => {
    expect(days([600, 500, 499, 400, 501, 300], below(500))).toEqual([
      [2, 4],
      [5, null],
    ]);
  });
  it('resolves at another level: between the two it goes on', () => {
    // 510 is above 500 but not yet 550
    expect(days([600, 450, 510, 540, 550, 510, 480], below(500, 550))).toEqual([
      [1, 4],
      [6, null],
    ]);
  });
  it('needs so many windows in a row', () => {
    expect(days([400, 600, 400, 400, 600, 400, 400, 400], below(500), 3)).toEqual([[7, null]]);
  });
  it('leaves things as they are where nothing is known', () => {
    expect(days([400, null, null, 600], below(500))).toEqual([[0, 3]]);
    expect(days([400, null, 400], below(500), 2)).toEqual([[2, null]]);
  });
});

describe('a change', () => {
  const fall: Rule = {
    kind: 'change',
    direction: 'down',
    as: 'percent',
    size: 20,
    against: 'week',
  };
  it('is per cent of the size of what was before, or the difference', () => {
    expect(changeOf(fall as never, 80, 100)).toBe(-20);
    expect(changeOf(fall as never, -120, -100)).toBe(-20);
    expect(changeOf(fall as never, 5, 0)).toBeNull();
    expect(changeOf({ ...fall, as: 'absolute' } as never, 80, 100)).toBe(-20);
  });
  it('fires from its size on', () => {
    expect(judge(fall, observed(80, { reference: 100 }), false)).toBe('breach');
    expect(judge(fall, observed(81, { reference: 100 }), false)).toBe('clear');
    expect(judge(fall, observed(150, { reference: 100 }), false)).toBe('clear');
    expect(judge(fall, observed(80), false)).toBe('unknown');
    expect(judge({ ...fall, resolve: 10 }, observed(85, { reference: 100 }), true)).toBe('breach');
    expect(judge({ ...fall, resolve: 10 }, observed(91, { reference: 100 }), true)).toBe('clear');
  });
});

describe('other rules', () => {
  it('tell which side of the usual range a value left', () => {
    const range = { low: 10, high: 20 };
    const band = (direction: 'either' | 'above' | 'below') =>
      ({ kind: 'band', direction, sensitivity: 'low' }) as const;
    expect(judge(band('either'), observed(9, range), false)).toBe('breach');
    expect(judge(band('above'), observed(9, range), false)).toBe('clear');
    expect(judge(band('above'), observed(21, range), false)).toBe('breach');
    expect(judge(band('below'), observed(10, range), false)).toBe('clear');
  });
  it('fire for nothing, for what is behind, and for what is new', () => {
    expect(judge({ kind: 'no_data', minutes: 60 }, observed(0), false)).toBe('breach');
    expect(judge({ kind: 'no_data', minutes: 60 }, observed(1), false)).toBe('clear');
    expect(judge({ kind: 'pace', kpi: 'k' }, observed(-3), false)).toBe('breach');
    expect(judge({ kind: 'pace', kpi: 'k' }, observed(null), false)).toBe('unknown');
    const fresh: Rule = { kind: 'new_value', dimension: 'channel' };
    expect(judge(fresh, observed(4, { reference: 0 }), false)).toBe('breach');
    expect(judge(fresh, observed(4, { reference: 1 }), false)).toBe('clear');
  });
});

describe('groups', () => {
  const group = (key: string, value: number) => observed(value, { key });
  it('that fire together are one episode, which ends with the last of them', () => {
    const frames = [
      frame(0, group('a', 9), group('b', 9)),
      frame(1, group('a', 1), group('b', 9)),
      frame(2, group('a', 1), group('b', 2)),
      frame(3, group('a', 9), group('b', 2)),
      frame(4, group('a', 9), group('b', 9)),
    ];
    const { episodes } = replay(frames, watching(below(5)), always);
    expect(episodes).toHaveLength(1);
    expect(episodes[0]).toMatchObject({ from: '1970-01-02', to: '1970-01-05', windows: 3 });
    expect(episodes[0]?.groups.map(({ key, value }) => [key, value])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });
  it('that appear are watched from then on, and quiet ones that are gone are forgotten', () => {
    const first = advance(noProgress, frame(0, group('a', 9)), watching(below(5)), true);
    const second = advance(first.progress, frame(1, group('b', 1)), watching(below(5)), true);
    expect(second.opened).toEqual(['b']);
    expect(Object.keys(second.progress.groups)).toEqual(['b']);
  });
  it('that fire and are gone go on firing, but new values do not', () => {
    const fired = advance(noProgress, frame(0, group('a', 1)), watching(below(5)), true);
    expect(advance(fired.progress, frame(1), watching(below(5)), true).closed).toEqual([]);
    const rule = watching({ kind: 'new_value', dimension: 'channel' });
    const novel = observed(1, { key: 'tiktok', reference: 0 });
    const appeared = advance(noProgress, frame(0, novel), rule, true);
    expect(appeared.opened).toEqual(['tiktok']);
    expect(advance(appeared.progress, frame(1), rule, true).closed).toEqual(['tiktok']);
  });
});

describe('a window seen again', () => {
  it('counts once, and takes what is known by then', () => {
    const rule = watching(below(5), 2);
    const once = advance(noProgress, frame(0, observed(1)), rule, true);
    const again = advance(once.progress, frame(0, observed(2)), rule, true);
    expect(again.progress.groups['']).toMatchObject({ phase: 'pending', streak: 1, value: 2 });
    const next = advance(again.progress, frame(1, observed(2)), rule, true);
    expect(next.opened).toEqual(['']);
  });
  it('of any split gives what one run gives', () => {
    const values = [600, 450, 510, 540, 550, 510, 480, null, 480, 600, 300, 300];
    const frames = series(values);
    const whole = replay(frames, watching(below(500, 545), 2), always);
    for (let cut = 0; cut <= frames.length; cut += 1) {
      const first = replay(frames.slice(0, cut), watching(below(500, 545), 2), always);
      const rest = replay(frames.slice(cut), watching(below(500, 545), 2), always, first.progress);
      expect(rest.progress).toEqual(whole.progress);
    }
  });
});

describe('hours', () => {
  const office = { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };
  const at = (text: string) => Date.parse(`${text}Z`);
  it('lie on their days, their end not among them', () => {
    expect(isWithin(office, at('2026-11-27T09:00'))).toBe(true); // a Friday
    expect(isWithin(office, at('2026-11-27T17:59'))).toBe(true);
    expect(isWithin(office, at('2026-11-27T18:00'))).toBe(false);
    expect(isWithin(office, at('2026-11-28T10:00'))).toBe(false);
  });
  it('go past midnight with the day they began on', () => {
    const night = { days: [5], from: '22:00', to: '02:00' };
    expect(isWithin(night, at('2026-11-27T23:00'))).toBe(true);
    expect(isWithin(night, at('2026-11-28T01:59'))).toBe(true);
    expect(isWithin(night, at('2026-11-28T02:00'))).toBe(false);
    expect(isWithin(night, at('2026-11-27T01:00'))).toBe(false);
  });
  it('are on the zone’s clock on both sides of a change of clocks', () => {
    const open = { days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '12:00' };
    const hour = 3_600_000;
    // Berlin: 09:00 is 07:00 UTC on 24 October 2026 and 08:00 UTC the day after, when clocks went back
    const saturday = Date.parse('2026-10-24T07:00:00Z');
    const sunday = Date.parse('2026-10-25T08:00:00Z');
    expect(covers(open, 'Europe/Berlin', saturday, saturday + 3 * hour)).toBe(true);
    expect(covers(open, 'Europe/Berlin', sunday, sunday + 3 * hour)).toBe(true);
    expect(covers(open, 'Europe/Berlin', sunday - hour, sunday + hour)).toBe(false);
    expect(covers(open, 'Europe/Berlin', saturday, saturday + 4 * hour)).toBe(false);
  });
});

describe('a suggested level', () => {
  it('is the one that comes closest to the aim from below', () => {
    const values = [100, 50, 100, 40, 100, 30, 100, 20, 100];
    const rule = watching(below(1000));
    // below 40 there are two dips, below 50 three
    expect(suggestLevel(series(values), rule, always, 2)).toEqual({ level: 40, firings: 2 });
    expect(suggestLevel(series(values), rule, always, 3)).toEqual({ level: 50, firings: 3 });
    expect(suggestLevel([], rule, always, 3)).toBeUndefined();
  });
});
