import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pillsOf } from './annotations.js';
import { columnPath } from './column-chart.js';
import { downsample } from './downsample.js';
import { nextStop } from './extremes.js';
import { funnelSteps, largestDrop } from './funnel-steps.js';
import { highOf } from './heat-grid.js';
import { isolated, toggled } from './legend.js';
import { createColourBook, stepOf } from './palette.js';
import { bandPath, spread } from './paths.js';
import { sankeyLayout } from './sankey-layout.js';
import { sparklinePaths } from './sparkline.js';
import { stack } from './stack.js';

describe('sparkline', () => {
  it('leaves a gap where a value is missing, and dots what has not ended', () => {
    const paths = sparklinePaths([
      { value: 1 },
      { value: 2 },
      { value: null },
      { value: 3 },
      { value: 4 },
      { value: 2, incomplete: true },
    ]);
    expect(paths.line.match(/M/g)).toHaveLength(2);
    expect(paths.line).not.toContain('100 ');
    expect(paths.running).toMatch(/^M80 .*L100 /);
    expect(paths.area.match(/Z/g)).toHaveLength(2);
  });

  it('dots a first bucket that is only partly in the range', () => {
    const points = [1, 2, 3].map((value, index) => ({ value, incomplete: index === 0 }));
    expect(sparklinePaths(points)).toMatchObject({ line: 'M50 20L100 3', running: 'M0 37L50 20' });
  });

  it('draws a flat series at half height, and nothing for a single value', () => {
    expect(sparklinePaths([0, 0, 0].map((value) => ({ value }))).line).toBe('M0 20L50 20L100 20');
    expect(sparklinePaths([{ value: 3 }])).toMatchObject({ line: '', running: '', area: '' });
  });

  it('stays inside its box', () => {
    const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 60 }), (values) => {
        const { line } = sparklinePaths(values.map((one) => ({ value: one })));
        expect(line === '' || line.startsWith('M')).toBe(true);
        for (const [, x, y] of line.matchAll(/[ML]([\d.]+) ([\d.-]+)/g)) {
          expect(Number(x)).toBeLessThanOrEqual(100);
          expect(Number(y)).toBeGreaterThanOrEqual(0);
          expect(Number(y)).toBeLessThanOrEqual(40);
        }
      }),
    );
  });
});

describe('marks', () => {
  it('draw a band apart where a bound is missing', () => {
    const path = bandPath(
      [
        { low: 0, high: 2 },
        { low: 1, high: 3 },
        { low: null, high: 3 },
        { low: 1, high: 2 },
      ],
      (index) => index,
      (value) => -value,
    );
    expect(path).toBe('M0 -2L1 -3L1 -1L0 0Z');
  });

  it('show a value next to zero as a column of one pixel, on its own side', () => {
    expect(columnPath(0, 10, 100, 99.9)).toContain('Q0 99');
    expect(columnPath(0, 10, 100, 100.1)).toContain('Q0 101');
  });

  it('keep names at a distance, in order, inside the plot', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }), (wanted) => {
        const placed = spread(wanted, 15, 0, 200);
        const sorted = [...placed].sort((a, b) => a - b);
        sorted.slice(1).forEach((y, index) => {
          expect(y - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-9);
        });
        for (const y of placed) expect(y).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('put annotations without room together', () => {
    const at = (x: number, label: string) => ({ x, annotation: { at: '', label } });
    const pills = pillsOf([at(10, 'Release'), at(200, 'Sale'), at(210, 'Outage')], 400);
    expect(pills.map(({ text }) => text)).toEqual(['Release', '+2']);
  });
});

describe('stack', () => {
  it('lays values upon each other, those below zero downwards', () => {
    expect(stack([[1], [2], [-3], [null]], false)).toEqual([
      [{ from: 0, to: 1 }],
      [{ from: 1, to: 3 }],
      [{ from: 0, to: -3 }],
      [null],
    ]);
  });

  it('adds shares up to one in every bucket that has any', () => {
    const rows = fc.array(
      fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 3, maxLength: 3 }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(rows, (values) => {
        const parts = stack(values, true);
        for (const bucket of [0, 1, 2]) {
          const whole = values.reduce((sum, row) => sum + (row[bucket] ?? 0), 0);
          const sum = parts.reduce((all, row) => {
            const part = row[bucket];
            return all + (part ? part.to - part.from : 0);
          }, 0);
          expect(sum).toBeCloseTo(whole > 0 ? 1 : 0);
        }
      }),
    );
  });
});

describe('sampling', () => {
  it('keeps the ends and a lonely peak, in order', () => {
    const values = Array.from({ length: 5_000 }, (_, index) => (index === 3_333 ? 100 : 1));
    const kept = downsample(values, 200);
    expect(kept).toHaveLength(200);
    expect(kept[0]).toBe(0);
    expect(kept.at(-1)).toBe(4_999);
    expect(kept).toContain(3_333);
    expect([...kept].sort((a, b) => a - b)).toEqual(kept);
    expect(downsample([1, 2, 3], 200)).toEqual([0, 1, 2]);
  });
});

describe('reading', () => {
  it('jumps between ends, extremes and marks', () => {
    const values = [3, 9, 4, 1, 5];
    expect(nextStop(values, 0, 1)).toBe(1);
    expect(nextStop(values, 1, 1)).toBe(3);
    expect(nextStop(values, 1, 1, [2])).toBe(2);
    expect(nextStop(values, 4, 1)).toBe(4);
    expect(nextStop(values, 4, -1)).toBe(3);
  });
});

describe('legend', () => {
  const keys = ['a', 'b', 'c'];

  it('hides and shows, and never hides all', () => {
    expect([...toggled(new Set(), keys, 'a')]).toEqual(['a']);
    expect([...toggled(new Set(['a']), keys, 'a')]).toEqual([]);
    expect([...toggled(new Set(['a', 'b']), keys, 'c')]).toEqual([]);
  });

  it('isolates one, and the second time shows all again', () => {
    const only = isolated(new Set(), keys, 'b');
    expect([...only]).toEqual(['a', 'c']);
    expect([...isolated(only, keys, 'b')]).toEqual([]);
    expect([...isolated(only, keys, 'a')]).toEqual(['b', 'c']);
  });

  it('gives a name its colour for good', () => {
    const book = createColourBook();
    const first = ['web', 'app', 'store'].map(book);
    expect(['store', 'web'].map(book)).toEqual([first[2], first[0]]);
    for (let index = 0; index < 10; index += 1) book(`more ${index}`);
    expect(book('one too many')).toBe('other');
  });
});

describe('heat', () => {
  it('has seven steps from end to end', () => {
    expect([0, 1, 50, 99, 100].map((value) => stepOf(value, 0, 100))).toEqual([1, 1, 4, 7, 7]);
    expect(stepOf(0, 0, 0)).toBe(1);
    expect(stepOf(0, -5, 5)).toBe(4);
  });

  it('tells cohorts apart by what follows their first column of ones', () => {
    const row = (cells: readonly number[]) => ({ key: '', label: '', cells });
    expect(highOf({ unit: 'ratio', rows: [row([1, 0.4]), row([1])] }, 1)).toBe(0.4);
    expect(highOf({ unit: 'ratio', rows: [row([1]), row([1])] }, 1)).toBe(1);
    expect(highOf({ unit: 'count', rows: [row([1, 9])] }, 9)).toBe(9);
  });
});

describe('funnel', () => {
  const step = (value: number) => ({ key: '', label: '', value });

  it('tells each step against the first and the one before', () => {
    const steps = funnelSteps({ steps: [200, 100, 25].map(step) });
    expect(steps).toEqual([
      { ofFirst: 1, ofPrevious: null, dropped: 0 },
      { ofFirst: 0.5, ofPrevious: 0.5, dropped: 100 },
      { ofFirst: 0.125, ofPrevious: 0.25, dropped: 75 },
    ]);
    expect(largestDrop(steps)).toBe(2);
  });

  it('divides by no zero', () => {
    const steps = funnelSteps({ steps: [0, 0].map(step) });
    expect(steps[1]).toEqual({ ofFirst: null, ofPrevious: null, dropped: 0 });
    expect(largestDrop(steps)).toBeUndefined();
  });
});

describe('sankey', () => {
  const box = { width: 600, height: 300, nodeWidth: 10, gap: 12 };
  const nodes = (keys: string) => [...keys].map((key) => ({ key, label: key }));
  const link = (path: string, value: number) => ({
    from: path.charAt(0),
    to: path.charAt(1),
    value,
  });

  it('places nodes by their longest way, as high as what flows through', () => {
    const layout = sankeyLayout(
      { nodes: nodes('abc'), links: [link('ab', 30), link('bc', 20), link('ac', 10)] },
      box,
    );
    const at = new Map(layout.nodes.map((node) => [node.key, node]));
    expect(['a', 'b', 'c'].map((key) => at.get(key)?.layer)).toEqual([0, 1, 2]);
    expect(at.get('a')?.value).toBe(40);
    expect(at.get('c')?.x).toBe(590);
    expect((at.get('b')?.height ?? 0) / (at.get('a')?.height ?? 1)).toBeCloseTo(30 / 40);
  });

  it('leaves out what would be a circle, leads nowhere or carries nothing', () => {
    const { links } = sankeyLayout(
      {
        nodes: nodes('ab'),
        links: [link('ab', 3), link('ba', 2), link('aa', 1), link('az', 1), link('ab', 0)],
      },
      box,
    );
    expect(links.map(({ from, to, value }) => `${from}${to}${value}`)).toEqual(['ab3']);
  });

  it('keeps nodes inside the box and apart, and links inside their nodes', () => {
    const pairs = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 500 }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(pairs, (made) => {
        const keys = '0123456789';
        const layout = sankeyLayout(
          { nodes: nodes(keys), links: made.map(([a, b, value]) => link(`${a}${b}`, value)) },
          box,
        );
        for (const node of layout.nodes) {
          expect(node.y).toBeGreaterThanOrEqual(-0.01);
          expect(node.y + node.height).toBeLessThanOrEqual(box.height + 0.01);
          for (const other of layout.nodes) {
            if (other === node || other.layer !== node.layer) continue;
            const apart =
              other.y >= node.y + node.height - 0.01 || node.y >= other.y + other.height - 0.01;
            expect(apart).toBe(true);
          }
        }
        for (const node of layout.nodes) {
          const leaving = layout.links.filter(({ from }) => from === node.key);
          const thickness = leaving.reduce((sum, one) => sum + one.thickness, 0);
          expect(thickness).toBeLessThanOrEqual(node.height + 0.01);
          for (const { y1, thickness: size } of leaving) {
            expect(y1 - size / 2).toBeGreaterThanOrEqual(node.y - 0.01);
            expect(y1 + size / 2).toBeLessThanOrEqual(node.y + node.height + 0.01);
          }
        }
      }),
    );
  });
});
