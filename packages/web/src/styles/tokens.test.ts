import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function palette(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

describe.each([
  ['light', palette(':root')],
  ['dark', palette(":root[data-theme='dark']")],
])('the %s theme', (_name, colours) => {
  const of = (name: string) => {
    const colour = colours[name];
    if (!colour) throw new Error(`no token --${name}`);
    return colour;
  };

  it.each(['text', 'text-2', 'text-3'])('reads %s on every background', (text) => {
    for (const background of ['page', 'surface', 'surface-2', 'accent-tint', 'bar']) {
      if (text === 'text-3' && background === 'bar') continue;
      expect(contrast(of(text), of(background)), background).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('reads good, bad, warning and accent on their tints and on the surface', () => {
    for (const tone of ['good', 'bad', 'warn', 'accent']) {
      expect(contrast(of(tone), of('surface')), tone).toBeGreaterThanOrEqual(4.5);
      expect(contrast(of(tone), of(`${tone}-tint`)), tone).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(of('on-accent'), of('accent'))).toBeGreaterThanOrEqual(4.5);
  });

  it('shows marks, controls and focus rings at three to one', () => {
    for (const mark of [
      'c1',
      'c2',
      'c3',
      'c4',
      'c5',
      'c6',
      'c7',
      'c8',
      'border-control',
      'accent',
    ]) {
      expect(contrast(of(mark), of('surface')), mark).toBeGreaterThanOrEqual(3);
    }
  });

  it('reads figures on every step of the scales', () => {
    for (const scale of ['s', 'd']) {
      for (let step = 1; step <= 7; step += 1) {
        const [ink, ground] = [of(`${scale}${step}-ink`), of(`${scale}${step}`)];
        expect(contrast(ink, ground), `${scale}${step}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});
