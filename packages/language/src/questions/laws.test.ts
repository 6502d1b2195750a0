import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../linking/index.js';
import { inJune } from '../testing/example-catalogue.js';
import type { FigureFrame } from './frame/frame.js';
import { createQuestionParser, type QuestionParser } from './parser.js';

const metricLabels = [
  'Revenue',
  'Orders',
  'Repair orders',
  'Net sales',
  'Returned items',
  'Store visits',
  'Bookings',
  'Royalties',
  'Labour hours',
  'Complaints',
];
const dimensions: Readonly<Record<string, readonly string[]>> = {
  Country: ['Germany', 'France', 'Austria', 'Italy'],
  Brand: ["Levi's", "Marc O'Polo", 'H&M Kids', 'Café Noir', 'Bellevue & Spa'],
  Plan: ['Starter', 'Premium', 'Total', 'Half board'],
  Collection: ['March Drop', 'Summer 2026', 'Basics'],
  'Article number': ['T-11', 'B-204', '7Q-3'],
  Mechanic: ['Jörg Müller', 'Anna Huber', 'Zoë Straße'],
};
const spoken = ['by', 'per', 'broken down by', 'split by'];
const times = ['last month', 'in May', 'this year', 'in Q1 2026', 'yesterday', 'ytd'];

interface Asked {
  readonly catalogue: Catalogue;
  readonly metric: string;
  readonly dimension: string;
  readonly filters: readonly { readonly dimension: string; readonly value: string }[];
  readonly time: string;
  readonly by: string;
}

/** A question by its parts, over a catalogue of which they are a part. */
const asked: fc.Arbitrary<Asked> = fc
  .record({
    metrics: fc.shuffledSubarray(metricLabels, { minLength: 2, maxLength: 6 }),
    named: fc.shuffledSubarray(Object.keys(dimensions), { minLength: 3, maxLength: 5 }),
    value: fc.nat(),
    time: fc.constantFrom(...times),
    by: fc.constantFrom(...spoken),
  })
  .map(({ metrics, named, value, time, by }) => {
    const [dimension = '', ...others] = named;
    return {
      catalogue: {
        metrics: metrics.map((label) => ({ name: nameOf(label), label, additive: true })),
        dimensions: named.map((label) => ({
          name: nameOf(label),
          label,
          type: 'string' as const,
          values: dimensions[label] ?? [],
        })),
      },
      metric: metrics[0] ?? '',
      dimension,
      filters: others.map((label) => {
        const values = dimensions[label] ?? [];
        return { dimension: nameOf(label), value: values[value % values.length] ?? '' };
      }),
      time,
      by,
    };
  });

const nameOf = (label: string) => label.toLowerCase().replace(/\W+/g, '_');

/** Parsers are kept, as catalogues come again while a failure is made smaller. */
const parsers = new Map<string, QuestionParser>();
function parserOf(catalogue: Catalogue): QuestionParser {
  const key = JSON.stringify(catalogue);
  const known = parsers.get(key) ?? createQuestionParser(catalogue, inJune);
  parsers.set(key, known);
  return known;
}

function frameOf(catalogue: Catalogue, question: string): FigureFrame {
  const outcome = parserOf(catalogue).parse(question);
  if (outcome.kind !== 'answer') throw new Error(`${question}: ${JSON.stringify(outcome)}`);
  const { frame } = outcome;
  if (frame.intent === 'help' || frame.intent === 'command') throw new Error(question);
  const time = frame.time === null ? null : { ...frame.time, label: '' };
  return { ...frame, time } as FigureFrame;
}

const plain = ({ metric, dimension, filters: [filter], time, by }: Asked) =>
  `${metric} ${by} ${dimension} for ${filter?.value} ${time}`;

const runs = { numRuns: 60 };

describe('whatever the catalogue, a question', () => {
  it('becomes the parts that it was made of', () => {
    fc.assert(
      fc.property(asked, (parts) => {
        const frame = frameOf(parts.catalogue, plain(parts));
        const [filter] = parts.filters;
        expect(frame.metrics).toEqual([nameOf(parts.metric)]);
        expect(frame.dimensions).toEqual([nameOf(parts.dimension)]);
        expect(frame.filters).toEqual([
          { dimension: filter?.dimension, operator: 'equals', values: [filter?.value] },
        ]);
        expect(frame.time).not.toBeNull();
      }),
      runs,
    );
  });

  it('is the same politely, in other letters, and in another order', () => {
    fc.assert(
      fc.property(asked, (parts) => {
        const { catalogue, metric, dimension, filters, time, by } = parts;
        const question = plain(parts);
        const frame = frameOf(catalogue, question);
        const value = filters[0]?.value;
        for (const other of [
          `please show me ${question}`,
          `Could you give me the ${question}, please?`,
          `what was the ${question}?`,
          `gimme ${question} thx`,
          question.toLowerCase(),
          `${time} ${metric} ${by} ${dimension} for ${value}`,
          `${metric} for ${value} ${by} ${dimension} ${time}`,
          `${metric} ${time} of "${value}" ${by} ${dimension}`,
        ])
          expect(frameOf(catalogue, other), other).toEqual(frame);
      }),
      runs,
    );
  });

  it('has exactly one filter more for one more value', () => {
    fc.assert(
      fc.property(asked, (parts) => {
        const { catalogue, filters } = parts;
        const question = plain(parts);
        const frame = frameOf(catalogue, question);
        const more = filters[1];
        const narrowed = frameOf(catalogue, `${question} and only ${more?.value}`);
        expect({ ...narrowed, filters: [] }).toEqual({ ...frame, filters: [] });
        expect(narrowed.filters).toHaveLength(2);
        expect(narrowed.filters).toEqual(
          expect.arrayContaining([
            ...frame.filters,
            { dimension: more?.dimension, operator: 'equals', values: [more?.value] },
          ]),
        );
        const without = frameOf(catalogue, `${question} without ${more?.value}`);
        expect(without.filters.map(({ operator }) => operator).sort()).toEqual([
          'equals',
          'not_equals',
        ]);
      }),
      runs,
    );
  });

  it('never loses a word that it does not know', () => {
    const unknown = fc.constantFrom('zorblax', 'X-99', 'qwibbles', 'median', '12 %', 'Vrk7');
    fc.assert(
      fc.property(asked, unknown, fc.nat({ max: 6 }), (parts, word, at) => {
        const words = plain(parts).split(' ');
        const place = Math.min(at, words.length);
        // inside a name that is written in several words, a word makes another name of it
        const question = [...words.slice(0, place), word, ...words.slice(place)].join(' ');
        expect(parserOf(parts.catalogue).parse(question).kind, question).not.toBe('answer');
      }),
      runs,
    );
  });

  it('divides any two of its metrics', () => {
    fc.assert(
      fc.property(asked, (parts) => {
        const { catalogue, time } = parts;
        const [a, b] = catalogue.metrics;
        if (a === undefined || b === undefined) return;
        for (const words of [
          `${a.label} per ${b.label} ${time}`,
          `${a.label} as a percentage of ${b.label} ${time}`,
          `ratio of ${a.label} to ${b.label} ${time}`,
          `${a.label} / ${b.label} ${time}`,
          `${a.label} relative to ${b.label} ${time}`,
          `${a.label} in proportion to ${b.label} ${time}`,
          `${a.label} compared to ${b.label} as a ratio ${time}`,
        ])
          expect(frameOf(catalogue, words).ratio, words).toEqual({
            numerator: { metric: a.name, filters: [] },
            denominator: { metric: b.name, filters: [] },
          });
      }),
      runs,
    );
  });

  it('never tells the share of a whole by itself', () => {
    fc.assert(
      fc.property(asked, fc.constantFrom('share of', 'percentage of'), (parts, share) => {
        const { catalogue, metric, time } = parts;
        const outcome = parserOf(catalogue).parse(`${share} ${metric} ${time}`);
        expect(outcome.kind, `${share} ${metric} ${time}`).not.toBe('answer');
      }),
      runs,
    );
  });

  it('keeps a scope for the part and the whole of a share', () => {
    fc.assert(
      fc.property(asked, (parts) => {
        const { catalogue, metric, filters, time } = parts;
        const [part, scope] = filters;
        if (part === undefined || scope === undefined) return;
        const words = `share of ${metric} from ${part.value} within ${scope.value} ${time}`;
        const frame = frameOf(catalogue, words);
        const equals = ({ dimension, value }: typeof part) => ({
          dimension,
          operator: 'equals',
          values: [value],
        });
        expect(frame.filters, words).toEqual([equals(scope)]);
        expect(frame.ratio, words).toEqual({
          numerator: { metric: nameOf(metric), filters: [equals(part)] },
          denominator: { metric: nameOf(metric), filters: [] },
        });
      }),
      runs,
    );
  });
});
