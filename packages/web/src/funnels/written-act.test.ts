import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBreakdown, parseWindow } from './use-funnel.js';
import { parseExclusion, parseStep, printExclusion, printStep } from './written-act.js';

const filter = fc.record({
  dimension: fc.constantFrom('session.path', 'channel'),
  operator: fc.constantFrom('equals' as const, 'contains' as const),
  values: fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
});
const act = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');

test('a step reads back from the address as it was written', () => {
  fc.assert(
    fc.property(
      act,
      fc.string({ minLength: 1 }),
      fc.array(filter, { maxLength: 3 }),
      (name, label, filters) => {
        const step = { act: name, label, optional: true, filters };
        expect(parseStep(printStep(step))).toEqual(step);
        expect(parseStep(printStep({ act: name, filters }))).toEqual({ act: name, filters });
      },
    ),
  );
});

test('an exclusion reads back from the address as it was written', () => {
  fc.assert(
    fc.property(act, fc.array(filter, { maxLength: 2 }), (name, filters) => {
      const exclusion = { act: name, filters, after: 1, before: 3 };
      expect(parseExclusion(printExclusion(exclusion))).toEqual(exclusion);
    }),
  );
});

test('what is no window or breakdown becomes the default', () => {
  expect(parseWindow('36hour')).toEqual({ count: 36, unit: 'hour' });
  expect(parseWindow('soon')).toEqual({ count: 7, unit: 'day' });
  expect(parseBreakdown('2:session.device')).toEqual({ dimension: 'session.device', step: 2 });
  expect(parseBreakdown('a b')).toBeUndefined();
  expect(parseStep('~l=x')).toBeUndefined();
});
