import type { BoardTile } from '@olympus/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BY_HOUR,
  BY_TIME,
  emptyDraft,
  isWhole,
  type TileDraft,
  toDraft,
  toTile,
} from './tile-draft.js';

const placed = (draft: TileDraft): BoardTile => ({ x: 0, y: 0, ...toTile(draft, 'a') });

const drafts = fc
  .record({
    kind: fc.constantFrom(
      'number',
      'line',
      'area',
      'column',
      'stacked',
      'bar',
      'table',
      'heat',
      'text',
    ),
    title: fc.constantFrom('', 'Sales'),
    metrics: fc.constantFrom(['revenue'], ['orders', 'revenue']),
    dimension: fc.constantFrom('', 'channel'),
    across: fc.constantFrom(BY_HOUR, BY_TIME, 'product.category'),
    grain: fc.constantFrom('auto' as const, 'day' as const, 'month' as const),
    limit: fc.constantFrom(5, 20),
    markdown: fc.constantFrom('', '# Goal'),
  })
  .map((draft) => ({ ...emptyDraft, ...draft }))
  .filter(isWhole);

describe('the form for a tile', () => {
  it('shows again what a tile was made of: saving it unchanged changes nothing', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const tile = placed(draft);
        const again = toDraft(tile);
        expect(again && placed(again)).toEqual(tile);
      }),
    );
  });

  it('asks one metric where it is broken down over time', () => {
    const tile = placed({ ...emptyDraft, metrics: ['a', 'b'], dimension: 'channel' });
    expect(tile.ask?.input).toEqual({ metrics: ['a'], dimensions: ['channel'], grain: 'day' });
  });

  it('asks a series beside a figure, and compares the figure', () => {
    const tile = placed({ ...emptyDraft, kind: 'number', metrics: ['a'] });
    expect(tile).toMatchObject({
      ask: { input: { metrics: ['a'] } },
      more: [{ input: { metrics: ['a'], grain: 'day' } }],
      follows: { compare: true },
    });
  });

  it('does not know tiles of other pages', () => {
    const tile = {
      ...placed({ ...emptyDraft, metrics: ['a'] }),
      ask: { operation: 'x.y', input: {} },
    };
    expect(toDraft(tile)).toBeUndefined();
  });
});
