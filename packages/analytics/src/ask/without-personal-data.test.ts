import { describe, expect, it } from 'vitest';
import { withoutPersonalData } from './without-personal-data.js';

describe('a question that is kept', () => {
  it('has no personal data, nor has what was made of it', () => {
    const question = 'revenue of customer Jane.Doe@example.com since 2026-10-01';
    const made = {
      frame: {
        filters: [{ values: ['jane.doe@example.com', 'x'] }],
        time: { from: '2026-10-01', to: '2026-11-21' },
      },
      spans: [{ from: 20, text: 'Jane.Doe@example.com' }],
    };
    const kept = withoutPersonalData(question, made);
    expect(JSON.stringify(kept).toLowerCase()).not.toContain('jane');
    expect(kept.question).toBe('revenue of customer [EMAIL] since 2026-10-01');
    expect(kept.made.frame.time).toEqual(made.frame.time);
    expect(kept.made.frame.filters[0]?.values[1]).toBe('x');
  });

  it('is as it was where there is none', () => {
    const made = { from: '2026-10-01', ratio: 0.5, none: null };
    expect(withoutPersonalData('revenue by country', made)).toEqual({
      question: 'revenue by country',
      made,
    });
  });
});
