import { describe, expect, it } from 'vitest';
import { bookshop, inJune } from '../testing/example-catalogue.js';
import { checkFrame } from './frame/check-frame.js';
import type { Answer } from './frame/outcome.js';
import { createQuestionParser } from './parser.js';
import { chipsOf } from './telling/chips.js';

const parser = createQuestionParser(bookshop, inJune);

function answer(text: string, previous?: Answer): Answer {
  const outcome = parser.parse(text, { previous });
  if (outcome.kind !== 'answer') throw new Error(`${text}: ${JSON.stringify(outcome)}`);
  return outcome;
}
const whole = (metric: string) => ({ metric, filters: [] });

describe('a ratio that no metric is made for', () => {
  it.each([
    'net revenue per order',
    'net revenue / orders',
    'ratio of net revenue to orders',
    'net revenue divided by orders',
  ])('has two sides: %s', (text) => {
    expect(answer(text).frame).toMatchObject({
      intent: 'query',
      metrics: ['net_revenue', 'orders'],
      ratio: { numerator: whole('net_revenue'), denominator: whole('orders') },
      transform: null,
    });
  });

  it('is a percentage of the other metric', () => {
    const { frame, interpretation } = answer('staff cost as a percentage of revenue in May');
    expect(frame.ratio).toEqual({
      numerator: whole('staff_cost'),
      denominator: whole('revenue'),
    });
    expect(interpretation).toContain('Staff cost / Revenue');
  });

  it('keeps a part apart from what the whole question is about', () => {
    const { frame } = answer('what percentage of orders in France came from Crime last month');
    expect(frame.ratio?.numerator).toEqual({
      metric: 'orders',
      filters: [{ dimension: 'genre', operator: 'equals', values: ['Crime'] }],
    });
    expect(frame.ratio?.denominator).toEqual(whole('orders'));
    expect(frame.filters).toEqual([
      { dimension: 'country', operator: 'equals', values: ['France'] },
    ]);
  });

  it('is what rows are ordered by', () => {
    const { frame, interpretation } = answer('top 3 genres by net revenue per order');
    expect(frame).toMatchObject({ order: [{ by: 'ratio', direction: 'desc' }], limit: 3 });
    expect(interpretation).toContain('top 3');
  });

  it('is declined where nothing would be done with it', () => {
    expect(parser.parse('forecast net revenue per order')).toMatchObject({
      kind: 'decline',
      reason: 'unsupported',
    });
  });

  it('gives way to another metric in a follow-up, and to its chip', () => {
    const first = answer('net revenue per order by genre');
    expect(answer('and customers?', first).frame).toMatchObject({
      metrics: ['customers'],
      ratio: null,
    });
    const chip = chipsOf(first, bookshop).chips.find(({ kind }) => kind === 'ratio');
    expect(chip?.without).toMatchObject({ metrics: ['net_revenue', 'orders'], ratio: null });
  });

  it('is checked like any part of a frame', () => {
    const { frame } = answer('top 3 genres by net revenue per order');
    expect(checkFrame(frame, bookshop)).toEqual({ kind: 'frame', frame });
    const ratio = { numerator: whole('net_revenue'), denominator: whole('secrets') };
    expect(checkFrame({ ...frame, ratio }, bookshop)).toMatchObject({
      kind: 'invalid',
      problems: [{ path: 'ratio.denominator' }, { path: 'order[0]' }],
    });
  });
});
