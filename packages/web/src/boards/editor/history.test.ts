import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin, changed, redone, undone } from './history.js';

describe('the history of changes', () => {
  it('gives everything back that was undone, and everything back that was redone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 20 }), (values) => {
        let history = begin(-1);
        for (const value of values) history = changed(history, value);
        const last = history;
        for (const _ of values) history = undone(history);
        expect(history.present).toBe(-1);
        expect(undone(history)).toBe(history);
        for (const _ of values) history = redone(history);
        expect(history).toEqual({ ...last, about: undefined });
      }),
    );
  });

  it('forgets what was undone once something else is changed', () => {
    const history = changed(undone(changed(begin('a'), 'b')), 'c');
    expect(redone(history)).toBe(history);
    expect(undone(history).present).toBe('a');
  });

  it('takes typing in one field as one step', () => {
    const typed = changed(changed(changed(begin(''), 'a', 'name'), 'ab', 'name'), 'abc', 'name');
    expect(undone(typed).present).toBe('');
    expect(undone(changed(typed, 'abcd', 'other')).present).toBe('abc');
  });
});
