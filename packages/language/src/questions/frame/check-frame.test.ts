import { describe, expect, it } from 'vitest';
import { bookshop, inJune } from '../../testing/example-catalogue.js';
import { createQuestionParser } from '../parser.js';
import { checkFrame } from './check-frame.js';

describe('a frame from outside', () => {
  it.each([
    'top 5 genres by revenue in Germany last month',
    'orders in May compared with the same period last year',
    'revenue per month by genre this year as a share',
    'forecast revenue for the next 3 months',
    'funnel from viewed to bought',
    'why did orders fall in May',
    'what is revenue?',
  ])('passes when the parser made it: %s', (text) => {
    const outcome = createQuestionParser(bookshop, inJune).parse(text);
    if (outcome.kind !== 'answer') throw new Error(JSON.stringify(outcome));
    expect(checkFrame(JSON.parse(JSON.stringify(outcome.frame)), bookshop)).toEqual({
      kind: 'frame',
      frame: outcome.frame,
    });
  });

  it.each([
    ['an unknown metric', { metrics: ['profit'] }, 'metrics[0]'],
    ['an unknown dimension', { metrics: ['revenue'], dimensions: ['tenant_id'] }, 'dimensions[0]'],
    [
      'a filter on another table',
      {
        metrics: ['revenue'],
        filters: [{ dimension: 'users.password', operator: 'equals', values: ['x'] }],
      },
      'filters[0]',
    ],
    ['a forbidden combination', { metrics: ['staff_cost'], dimensions: ['genre'] }, 'metrics'],
    [
      'a day that is not',
      { metrics: ['revenue'], time: { from: '2026-02-30', to: '2026-03-01' } },
      'time',
    ],
    [
      'a forecast’s horizon',
      { metrics: ['revenue'], horizon: { n: 3, grain: 'month' } },
      'horizon',
    ],
    [
      'a comparison in a query',
      { metrics: ['revenue'], compare: { kind: 'previous_period' } },
      'compare',
    ],
    ['an explanation against nothing', { intent: 'explain', metrics: ['revenue'] }, 'compare'],
    ['a funnel’s steps', { intent: 'retention', steps: ['viewed', 'bought'] }, 'steps'],
    [
      'a forecast’s comparison',
      { intent: 'forecast', metrics: ['revenue'], compare: { kind: 'previous_period' } },
      'compare',
    ],
    ['a forecast’s limit', { intent: 'forecast', metrics: ['revenue'], limit: 5 }, 'limit'],
    [
      'a past that is forecast',
      {
        intent: 'forecast',
        metrics: ['revenue'],
        time: { from: '2026-05-01', to: '2026-06-01' },
      },
      'time',
    ],
    [
      'an order of anomalies',
      { intent: 'anomalies', metrics: ['revenue'], order: [{ by: 'revenue' }] },
      'order',
    ],
    [
      'a running total without steps',
      { metrics: ['revenue'], transform: { kind: 'cumulative' } },
      'grain',
    ],
    [
      'a metric set against words',
      {
        metrics: ['revenue'],
        filters: [{ dimension: 'revenue', operator: 'gt', values: ['much'] }],
      },
      'filters[0]',
    ],
    ['a breakdown of help', { intent: 'help', dimensions: ['genre'] }, 'dimensions'],
    ['a command', { metrics: ['revenue'], command: { type: 'create_order' } }, 'command'],
    ['no object', 'DROP TABLE', ''],
  ])('is refused with the place of %s', (_, proposed, path) => {
    const checked = checkFrame(proposed, bookshop);
    expect(checked.kind).toBe('invalid');
    if (checked.kind === 'invalid') expect(checked.problems.map((p) => p.path)).toContain(path);
  });
});
