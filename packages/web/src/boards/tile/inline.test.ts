import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlocks, readInline } from './inline.js';

describe('a text', () => {
  it('has headings, lists and paragraphs', () => {
    expect(readBlocks('# Goal\n\nSell *more*\nof it\n- one\n- **two**\n1. first')).toEqual([
      { kind: 'heading', content: [{ kind: 'text', text: 'Goal' }] },
      {
        kind: 'paragraph',
        content: [
          { kind: 'text', text: 'Sell ' },
          { kind: 'em', text: 'more' },
          { kind: 'text', text: ' of it' },
        ],
      },
      {
        kind: 'list',
        ordered: false,
        items: [[{ kind: 'text', text: 'one' }], [{ kind: 'strong', text: 'two' }]],
      },
      { kind: 'list', ordered: true, items: [[{ kind: 'text', text: 'first' }]] },
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'JAVASCRIPT:x',
    'vbscript:x',
  ])('leads nowhere with %s', (to) => {
    expect(readInline(`[click](${to})`).every(({ kind }) => kind !== 'link')).toBe(true);
  });

  it('leads to pages and sites', () => {
    expect(readInline('[a](https://example.com) [b](/explore)')).toMatchObject([
      { kind: 'link', to: 'https://example.com' },
      { text: ' ' },
      { kind: 'link', to: '/explore' },
    ]);
  });

  it('loses no word of a line without marks', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z <>&"']{1,60}$/), (line) => {
        expect(
          readInline(line)
            .map(({ text }) => text)
            .join(''),
        ).toBe(line);
      }),
    );
  });
});
