import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DriversFact,
  type NarratedMetric,
  type Narrative,
  type NarrativeFact,
  narrate,
  type SummaryFact,
  unsupportedFigures,
} from './index.js';

const LOCALES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'] as const;
const REVENUE: NarratedMetric = {
  label: 'Net revenue',
  format: { kind: 'currency', currency: 'EUR' },
};
const OCTOBER = { kind: 'range', from: '2025-10-01', to: '2025-11-01' } as const;
const SEPTEMBER = { kind: 'range', from: '2025-09-01', to: '2025-10-01' } as const;

function told(fact: NarrativeFact, locale: string): Extract<Narrative, { kind: 'narrative' }> {
  const narrative = narrate(fact, { locale });
  if (narrative.kind === 'undefined') throw new Error(narrative.reason);
  return narrative;
}

/** The text with Intl's no-break spaces as plain ones. */
function textOf(fact: NarrativeFact, locale: string): string {
  return told(fact, locale).text.replace(/[\u00a0\u202f\u2009]/g, ' ');
}

function summary(current: number, previous: number, metric = REVENUE): SummaryFact {
  return {
    kind: 'summary',
    metric,
    period: OCTOBER,
    current: { value: current, cell: 'now' },
    previous: { value: previous, cell: 'then', period: SEPTEMBER },
  };
}

function drivers(change: number, values: readonly number[]): DriversFact {
  return {
    kind: 'drivers',
    metric: REVENUE,
    period: OCTOBER,
    previousPeriod: SEPTEMBER,
    dimension: 'country',
    change: { value: change, cell: 'change' },
    contributions: values.map((value, i) => ({
      label: `<${'abcdefgh'[i]}>`,
      value,
      cell: `c${i}`,
    })),
  };
}

describe('a summary', () => {
  it.each([
    [
      'en',
      'Net revenue, October 2025: €12,346. Compared with September 2025 (€10,000): 23.5% (€2,345.68) more.',
    ],
    [
      'de',
      'Net revenue, Oktober 2025: 12.346 €. Gegenüber September 2025 (10.000 €): 23,5 % (2.345,68 €) mehr.',
    ],
    [
      'fr',
      'Net revenue, octobre 2025 : 12 346 €. Par rapport à septembre 2025 (10 000 €) : 23,5 % (2 345,68 €) de plus.',
    ],
    [
      'es',
      'Net revenue, octubre de 2025: 12.346 €. En comparación con septiembre de 2025 (10.000 €): 23,5 % (2345,68 €) más.',
    ],
    [
      'pt-BR',
      'Net revenue, outubro de 2025: € 12.346. Em comparação com setembro de 2025 (€ 10.000): 23,5% (€ 2.345,68) a mais.',
    ],
    [
      'it',
      'Net revenue, ottobre 2025: 12.346 €. Rispetto a settembre 2025 (10.000 €): 23,5% (2345,68 €) in più.',
    ],
    [
      'nl',
      'Net revenue, oktober 2025: € 12.346. Vergeleken met september 2025 (€ 10.000): 23,5% (€ 2.345,68) meer.',
    ],
  ])('is told in %s with that language’s numbers and dates', (locale, text) => {
    expect(textOf(summary(12345.678, 10_000), locale)).toBe(text);
  });

  it('has no ratio to a period in which there was nothing, and none of ratios', () => {
    expect(textOf(summary(5, 0), 'en')).toContain('(€0.00): €5.00 more.');
    const conversion: NarratedMetric = { label: 'Conversion', format: { kind: 'ratio' } };
    expect(textOf(summary(0.031, 0.041, conversion), 'de')).toContain(
      '(4,1 %): 1 Prozentpunkt weniger.',
    );
    expect(textOf(summary(0.031, 0.051, conversion), 'de')).toContain('2 Prozentpunkte weniger.');
    expect(textOf(summary(3, 3), 'fr')).toContain('(3,00 €) : sans changement.');
  });

  it.each([
    ['en', 0, '0 orders'],
    ['en', 1, '1 order'],
    ['fr', 0, '0 commande'],
    ['fr', 2, '2 commandes'],
    ['fr', 2_000_000, '2 000 000 de commandes'],
    ['de', 1.5, '1,5 Bestellungen'],
  ])('counts in the plural forms of %s: %d', (locale, count, text) => {
    const nouns = {
      en: { one: 'order', other: 'orders' },
      fr: { one: 'commande', many: 'de commandes', other: 'commandes' },
      de: { one: 'Bestellung', other: 'Bestellungen' },
    }[locale] ?? { other: '' };
    const orders: NarratedMetric = { label: 'Orders', format: { kind: 'count', nouns } };
    expect(textOf(summary(count, 7, orders), locale)).toContain(text);
  });

  it('names the largest members with shares only where they add up', () => {
    const figures = [
      { label: 'Germany', value: 75, cell: 'm1' },
      { label: 'France', value: 25, cell: 'm2' },
    ];
    const fact = { ...summary(100, 90), members: { isAdditive: true, figures } };
    expect(textOf(fact, 'en')).toContain('Largest: Germany €75.00 (75%) and France €25.00 (25%).');
    const averages = { ...fact, members: { isAdditive: false, figures } };
    expect(textOf(averages, 'en')).toContain('Largest: Germany €75.00 and France €25.00.');
  });

  it('names the highest and lowest points of a series', () => {
    const day = (n: number) => ({
      kind: 'range' as const,
      from: `2025-10-0${n}`,
      to: `2025-10-0${n + 1}`,
    });
    const series = [4, 9, 2].map((value, i) => ({ value, cell: `s${i}`, period: day(i + 1) }));
    expect(textOf({ ...summary(15, 10), series }, 'fr')).toContain(
      'Maximum : 2 octobre 2025 (9,00 €) ; minimum : 3 octobre 2025 (2,00 €).',
    );
  });
});

describe('an anomaly', () => {
  it.each([
    [1500, 'above the expected range of €800.00 to €1,200.00'],
    [500, 'below the expected range'],
    [1200, 'within the expected range'],
  ])('at %d is told against its range', (actual, text) => {
    const fact: NarrativeFact = {
      kind: 'anomaly',
      metric: REVENUE,
      period: { kind: 'label', label: 'yesterday' },
      actual: { value: actual, cell: 'a' },
      expected: { value: 1000, cell: 'e' },
      low: { value: 800, cell: 'l' },
      high: { value: 1200, cell: 'h' },
    };
    expect(textOf(fact, 'en')).toContain(text);
  });
});

describe('drivers', () => {
  it('name contributions along and against the change, what remains, and claim no cause', () => {
    expect(textOf(drivers(-120, [-80, -60, 10, 5, 3, 2]), 'en')).toBe(
      'Net revenue: change of -€120.00 from September 2025 to October 2025. ' +
        'Largest contributions by country: <a> -€80.00 (66.7%) and <b> -€60.00 (50%). ' +
        'In the opposite direction: <c> +€10.00, <d> +€5.00, and <e> +€3.00. ' +
        'The remaining value comes to +€2.00. ' +
        'Contributions are arithmetic parts of the change and do not show what caused it.',
    );
  });

  it('tell the part of the change that no member given accounts for', () => {
    expect(textOf(drivers(-100, [-60, -10, -10, -8, -2]), 'de')).toContain(
      'Die übrigen 2 Werte ergeben -10,00 €. Nicht in diesen Werten enthalten: -10,00 €.',
    );
    expect(textOf(drivers(-100, [-60, -40]), 'de')).not.toContain('Nicht in diesen');
  });

  it('have no shares of a change of zero', () => {
    const text = textOf(drivers(0, [5, -5]), 'en');
    expect(text).not.toContain('%');
    expect(text).not.toMatch(/NaN|∞/);
  });

  it.each(LOCALES)('say in %s that contributions are not causes', (locale) => {
    const last = told(drivers(10, [10]), locale).sentences.at(-1);
    expect(last?.parts).toHaveLength(1);
    expect(last?.text).toMatch(/caus|veroorza|verursacht/);
  });
});

describe('every narrative', () => {
  const value = fc.double({ min: -1e7, max: 1e7, noNaN: true });
  const anyFact = fc.oneof(
    fc.tuple(value, value).map(([now, then]): NarrativeFact => summary(now, then)),
    fc
      .tuple(value, fc.array(value, { maxLength: 8 }))
      .map(([change, values]): NarrativeFact => drivers(change, values)),
    fc.tuple(value, value, value).map(
      ([forecast, low, high]): NarrativeFact => ({
        kind: 'forecast',
        metric: REVENUE,
        period: OCTOBER,
        forecast: { value: forecast, cell: 'f' },
        low: { value: low, cell: 'l' },
        high: { value: high, cell: 'h' },
        level: { value: 0.95, cell: 'p' },
      }),
    ),
  );

  function cellsOf(fact: unknown, cells = new Map<string, number>()): Map<string, number> {
    if (typeof fact !== 'object' || fact === null) return cells;
    if ('cell' in fact && 'value' in fact && typeof fact.cell === 'string') {
      cells.set(fact.cell, Number(fact.value));
    }
    for (const child of Object.values(fact)) cellsOf(child, cells);
    return cells;
  }

  it('has each number in a figure that its cells bear out', () => {
    fc.assert(
      fc.property(anyFact, fc.constantFrom(...LOCALES), (fact, locale) => {
        const narrative = told(fact, locale);
        const cells = cellsOf(fact);
        expect(unsupportedFigures(narrative, (cell) => cells.get(cell))).toEqual([]);
        for (const part of narrative.sentences.flatMap((sentence) => sentence.parts)) {
          if (part.kind === 'text') expect(part.text).not.toMatch(/[\d{}]/);
        }
        expect(narrative.text).not.toMatch(/NaN|∞|undefined/);
      }),
    );
  });

  it('is caught when a cell says otherwise or is gone', () => {
    const narrative = told(summary(12, 10), 'en');
    const changed = unsupportedFigures(narrative, (cell) => (cell === 'now' ? 13 : 10));
    expect(changed.map((one) => one.reason)).toContain('differs');
    expect(unsupportedFigures(narrative, () => undefined)[0]?.reason).toBe('cell_missing');
  });

  it('is undefined where it cannot be told', () => {
    expect(narrate(summary(1, 2), { locale: 'fi' })).toEqual({
      kind: 'undefined',
      reason: 'unsupported_language',
    });
    expect(narrate(summary(1, 2), { locale: 'en-!' }).kind).toBe('undefined');
    const euros: NarratedMetric = { label: 'a', format: { kind: 'currency', currency: 'EURO' } };
    expect(narrate(summary(1, 2, euros), { locale: 'en' })).toEqual({
      kind: 'undefined',
      reason: 'invalid_currency',
    });
    expect(narrate(summary(Number.NaN, 2), { locale: 'en' })).toEqual({
      kind: 'undefined',
      reason: 'not_a_number',
    });
    for (const period of [
      { kind: 'range', from: '2025-02-30', to: '2025-03-01' },
      { kind: 'range', from: '2025-03-02', to: '2025-03-01' },
    ] as const) {
      expect(narrate({ ...summary(1, 2), period }, { locale: 'en' })).toEqual({
        kind: 'undefined',
        reason: 'invalid_period',
      });
    }
  });
});
