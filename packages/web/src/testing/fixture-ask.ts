import type {
  AskAnswer,
  AskColumn,
  AskData,
  AskRow,
  AskTable,
  Frame,
  QuestionSpan,
} from '@olympus/sdk';
import { addDays } from '../format/dates.js';

/** A made-up reader of questions: one answer of each kind, chosen by a word of the question. */

const EMPTY: Frame = {
  intent: 'query',
  metrics: ['revenue'],
  dimensions: [],
  filters: [],
  time: { from: '2026-10-01', to: '2026-11-01', label: 'last month' },
  grain: null,
  compare: null,
  order: [],
  limit: null,
  horizon: null,
  steps: [],
  transform: null,
  command: null,
  chart: 'number',
};

const money = { type: 'number', unit: 'currency', polarity: 'up_good' } as const;
const revenue: AskColumn = { name: 'revenue', label: 'Revenue', role: 'metric', ...money };
const previous: AskColumn = {
  name: 'revenue_previous',
  label: 'Revenue, before',
  role: 'previous',
  ...money,
};
const change: AskColumn = {
  name: 'revenue_change',
  label: 'Revenue, change',
  type: 'number',
  unit: 'ratio',
  role: 'change',
};
const time: AskColumn = { name: 'time', label: 'Time', type: 'date', role: 'time' };
const dimension = (name: string, label: string): AskColumn => ({
  name,
  label,
  type: 'string',
  role: 'dimension',
});
const contribution: AskColumn = {
  name: 'difference',
  label: 'Contribution',
  role: 'contribution',
  ...money,
};
const compared = (now: number, before: number) => ({
  revenue: now,
  revenue_previous: before,
  revenue_change: (now - before) / before,
});

function table(
  id: string,
  title: string,
  columns: readonly AskColumn[],
  rows: AskTable['rows'],
): AskTable {
  return { id, title, columns, rows };
}

function dataOf(tables: readonly AskTable[], more: Partial<AskData> = {}): AskData {
  return {
    chart: 'bar',
    tables,
    grain: null,
    range: { from: '2026-10-01', to: '2026-11-01' },
    comparison_range: null,
    time_zone: 'Europe/London',
    currency: 'GBP',
    freshness: { data_through: '2026-11-19T12:00:00.000Z', last_received_at: null },
    truncated: false,
    notes: [],
    sql: ['SELECT 1'],
    ...more,
  };
}

const insight = (text: string, figure: string) => ({
  text: `${text}${figure}.`,
  parts: [
    { kind: 'label' as const, text },
    {
      kind: 'figure' as const,
      text: figure,
      value: 1,
      origin: { kind: 'cell' as const, cell: 'r1/0/revenue' },
    },
    { kind: 'text' as const, text: '.' },
  ],
});

const series = (count: number) =>
  Array.from({ length: count }, (_, day) => ({
    time: addDays('2026-10-01', day),
    ...compared(1000 + 120 * (day % 7), 950 + 100 * ((day + 2) % 7)),
  }));

/** The figures for a question, and the frame that asks for them. */
function figuresFor(question: string): { frame: Frame; data: AskData } {
  if (question.includes('why')) {
    const parts = (id: string, label: string, names: readonly string[]) =>
      table(
        id,
        `By ${label.toLowerCase()}`,
        [dimension(`d.${label}`, label), revenue, previous, change, contribution],
        names.map((name, index) => ({
          [`d.${label}`]: name,
          ...compared(900 - 200 * index, 500 + 100 * index),
          difference: 400 - 300 * index,
        })),
      );
    return {
      frame: { ...EMPTY, intent: 'explain' },
      data: dataOf(
        [
          table(
            'r1',
            'Revenue',
            [revenue, previous, change, contribution],
            [{ ...compared(2400, 1800), difference: 600 }],
          ),
          parts('r2', 'Category', ['Lighting', 'Textiles', 'Tools']),
          parts('r3', 'Channel', ['web', 'store', 'app']),
        ],
        { comparison_range: { from: '2026-09-01', to: '2026-10-01' } },
      ),
    };
  }
  if (question.includes('forecast') || question.includes('unusual')) {
    const ahead = question.includes('forecast');
    const rows = series(ahead ? 24 : 31).map(
      ({ time: at, revenue: value }, day): AskRow =>
        ahead
          ? {
              time: at,
              revenue: day < 17 ? value : null,
              forecast: day < 17 ? null : value,
              low: day < 17 ? null : value - 150,
              high: day < 17 ? null : value + 150,
            }
          : {
              time: at,
              revenue: day === 9 ? 2600 : value,
              expected: value,
              low: value - 200,
              high: value + 200,
              unusual: day === 9 ? 'above' : null,
            },
    );
    const columns: readonly AskColumn[] = [
      time,
      revenue,
      ahead
        ? { name: 'forecast', label: 'Revenue, forecast', role: 'forecast', ...money }
        : { name: 'expected', label: 'Expected', role: 'expected', ...money },
      { name: 'low', label: 'Low', role: 'low', ...money },
      { name: 'high', label: 'High', role: 'high', ...money },
      ...(ahead
        ? []
        : [{ name: 'unusual', label: 'Unusual', type: 'string', role: 'flag' } as const]),
    ];
    return {
      frame: { ...EMPTY, intent: ahead ? 'forecast' : 'anomalies', grain: 'day', chart: 'line' },
      data: dataOf([table('r1', 'Revenue', columns, rows)], {
        chart: 'line',
        grain: 'day',
        notes: ['Mean of three methods.'],
      }),
    };
  }
  if (question.includes('per day')) {
    return {
      frame: { ...EMPTY, grain: 'day', chart: 'line' },
      data: dataOf([table('r1', 'Revenue', [time, revenue, previous, change], series(31))], {
        chart: 'line',
        grain: 'day',
        comparison_range: { from: '2026-08-31', to: '2026-10-01' },
      }),
    };
  }
  const byCountry = dimension('customer.country', 'Country');
  if (question.includes('per week')) {
    const rows = ['GB', 'DE'].flatMap((country, place) =>
      [0, 7, 14].map((day) => ({
        time: addDays('2026-10-05', day),
        'customer.country': country,
        revenue: 900 - 300 * place + day,
      })),
    );
    return {
      frame: { ...EMPTY, dimensions: ['customer.country'], grain: 'week', chart: 'line' },
      data: dataOf([table('r1', 'Revenue', [time, byCountry, revenue], rows)], {
        chart: 'line',
        grain: 'week',
      }),
    };
  }
  if (question.includes('by country')) {
    const rows = ['GB', 'DE', null].map((country, place) => ({
      'customer.country': country,
      ...compared(900 - 300 * place, 800 - 200 * place),
    }));
    return {
      frame: { ...EMPTY, dimensions: ['customer.country'], chart: 'bar' },
      data: dataOf([table('r1', 'Revenue', [byCountry, revenue, previous, change], rows)], {
        comparison_range: { from: '2026-09-01', to: '2026-10-01' },
      }),
    };
  }
  return {
    frame: EMPTY,
    data: dataOf([table('r1', 'Revenue', [revenue], [{ revenue: 31393.08 }])]),
  };
}

function spansIn(question: string): QuestionSpan[] {
  const roles = { revenue: 'metric', country: 'dimension', 'last month': 'time' } as const;
  return Object.entries(roles).flatMap(([text, role]) => {
    const from = question.indexOf(text);
    return from < 0 ? [] : [{ from, to: from + text.length, role, value: text, text }];
  });
}

/** What the server would say to a question; a frame that was chosen is answered as it is. */
export function fixtureAnswer(
  asked: { readonly question: string; readonly frame?: Frame },
  conversation: string,
): AskAnswer {
  const question = asked.question.toLowerCase();
  const base = {
    question: asked.question,
    conversation_id: conversation,
    insights: [],
    chips: [],
    data: null,
    frame: null,
    confidence: null,
  };
  const spans = asked.frame ? [] : spansIn(question);
  if (question.includes('weather')) {
    const suggestions = ['Revenue last month'];
    return {
      ...base,
      suggestions,
      outcome: {
        kind: 'decline',
        reason: 'unknown_term',
        message: 'I do not know “weather”.',
        suggestions,
        spans,
        language: 'en',
      },
    };
  }
  if (question.includes('berlin') && !asked.frame) {
    return {
      ...base,
      suggestions: [],
      outcome: {
        kind: 'clarify',
        question: 'Which of them do you mean?',
        options: ['Location city', 'City'].map((label) => ({
          label: `Revenue, ${label} = Berlin`,
          frame: EMPTY,
        })),
        spans,
        language: 'en',
      },
    };
  }
  const { frame, data } = figuresFor(question);
  const without: Frame = { ...frame, time: null };
  return {
    ...base,
    frame,
    data,
    confidence: 0.97,
    insights: [insight('Revenue, October 2026: ', '£31,393')],
    chips: [
      { id: 'metric:revenue', kind: 'metric', label: 'Revenue' },
      ...(asked.frame ? [] : [{ id: 'time', kind: 'time' as const, label: 'last month', without }]),
    ],
    suggestions: ['by country'],
    outcome: {
      kind: 'answer',
      frame,
      confidence: 0.97,
      interpretation: asked.frame ? 'Revenue, all time' : 'Revenue, last month',
      assumptions: ['The running period ends today.'],
      spans,
      language: 'en',
    },
  };
}

/** Completions of a made-up catalogue. */
export function fixtureSuggestions(typed: string) {
  if (typed.trim() === '') {
    return {
      completions: [],
      examples: ['Revenue by country last month', 'Why did revenue change?'],
    };
  }
  const last = typed.lastIndexOf(' ') + 1;
  const word = typed.slice(last).toLowerCase();
  const known = [
    { text: 'Revenue', kind: 'metric' },
    { text: 'Refund rate', kind: 'metric' },
    { text: 'Country', kind: 'dimension' },
  ];
  return {
    completions: known
      .filter(({ text }) => word !== '' && text.toLowerCase().startsWith(word))
      .map((one) => ({ ...one, from: last })),
    examples: [],
  };
}
