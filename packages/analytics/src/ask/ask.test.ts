import { type Answer, emptyFrame, type FrameParts, unsupportedFigures } from '@olympus/language';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestShop, shop, type TestShop } from '../testing/shop.js';
import { type Ask, createAsk } from './ask.js';
import type { AskAnswer, AskTable } from './ask-answer.js';

let store: TestShop;
let ask: Ask;
/** A frame sent by hand: what it leaves out is empty. */
const partsOf = (parts: Partial<FrameParts>): FrameParts => ({
  ...emptyFrame,
  metrics: ['revenue'],
  chart: 'table',
  ...parts,
});
const settings = new Map<string, unknown>();

const dayMs = 86_400_000;
const now = Date.parse('2026-11-20T12:00:00Z');
const products = ['Teapot', 'Cup', 'Kettle', 'Tray'];
const countries = ['DE', 'FR', 'GB'];

/** 400 days of three orders a day, with a weekly season, a falling France and one wild day. */
async function fill(): Promise<void> {
  const rows = Array.from({ length: 400 }, (_, back) => 399 - back).flatMap((back) =>
    [0, 1, 2].map((slot) => {
      const at = new Date(now - back * dayMs - slot * 3_600_000);
      const weekend = at.getUTCDay() % 6 === 0 ? 2 : 1;
      const france = slot === 1 && back < 14 ? 0.25 : 1;
      const wild = back === 40 ? 12 : 1;
      const net = Math.round(100 * (20 + 5 * slot) * weekend * france * wild) / 100;
      return {
        occurred_at: at.toISOString(),
        entry: 'sale',
        order_id: `o-${back}-${slot}`,
        orders: 1,
        customer_key: `c-${(back * 3 + slot) % 50}`,
        product_id: `p${(back + slot) % products.length}`,
        country: countries[slot] ?? null,
        channel: slot === 2 ? 'store' : 'web',
        quantity: 1,
        gross: net,
        net,
      };
    }),
  );
  await store.commit('sales', rows);
  await store.commit(
    'products',
    products.map((name, index) => ({
      product_id: `p${index}`,
      name,
      category: index < 2 ? 'Porcelain' : 'Steel',
    })),
  );
}

beforeAll(async () => {
  store = await openTestShop(new Date(now).toISOString());
  await fill();
  ask = createAsk({
    analytics: store.analytics,
    platform: {
      ...store.platform,
      settings: {
        get: async (scope, setting) => settings.get(`${scope} ${setting.name}`),
        set: async (scope, setting, value) => {
          settings.set(`${scope} ${setting.name}`, value);
        },
      },
    },
    clock: store.clock,
    version: (tenant) => store.warehouse.version(tenant),
  });
});
afterAll(() => store.close());

const asked = (
  question: string,
  more: { previous?: Answer; locale?: string; frame?: FrameParts } = {},
) => ask.ask({ tenantId: shop, question, ...more });

/** The number in a cell of the tables; undefined where there is none. */
function cellValue(tables: readonly AskTable[], cell: string): number | undefined {
  const [id, row, ...column] = cell.split('/');
  const table = tables.find((one) => one.id === id);
  const value = table?.rows[Number(row)]?.[column.join('/')];
  if (value === null || value === undefined || value === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** The data of an answer, after checking that every number told stands in a cell. */
function dataIn(answer: AskAnswer) {
  if (answer.data === null) throw new Error(JSON.stringify(answer.outcome));
  const { tables } = answer.data;
  const narrative = {
    kind: 'narrative',
    locale: 'en',
    text: '',
    sentences: answer.insights,
  } as const;
  expect(unsupportedFigures(narrative, (cell) => cellValue(tables, cell))).toEqual([]);
  return answer.data;
}

const answered = (answer: AskAnswer): Answer => {
  if (answer.outcome.kind !== 'answer') throw new Error(JSON.stringify(answer.outcome));
  return answer.outcome;
};

describe('questions for figures', () => {
  test('have the numbers of the same query, and a sentence that cites them', async () => {
    const answer = await asked('revenue by country last month');
    const data = dataIn(answer);
    const { rows } = await store.analytics.query({
      tenantId: shop,
      query: {
        tenant_id: shop,
        metrics: ['revenue'],
        dimensions: ['customer.country'],
        time: { from: '2026-10-01', to: '2026-11-01' },
      },
    });
    expect(data.tables[0]?.rows).toEqual(rows);
    expect(data.chart).toBe('bar');
    expect(answer.insights.length).toBeGreaterThan(0);
    expect(answer.chips.map((chip) => chip.kind)).toEqual(['metric', 'dimension', 'time']);
    expect(answer.suggestions.length).toBeGreaterThan(0);
  });

  test('find values as the data spells them, countries by their names', async () => {
    const answer = await asked('Umsatz in Deutschland letzten Monat');
    expect(answer.frame?.filters).toEqual([
      { dimension: 'customer.country', operator: 'equals', values: ['DE'] },
    ]);
    expect(answer.insights[0]?.text).toContain('Oktober 2026');
    const teapot = await asked('orders of teapot this year');
    expect(teapot.frame?.filters[0]?.dimension).toBe('product.name');
  });

  test('compare with exactly the dates that the reading tells', async () => {
    const answer = await asked('revenue last month vs last year');
    const data = dataIn(answer);
    expect(data.comparison_range).toEqual({
      from: answer.frame?.compare?.from,
      to: answer.frame?.compare?.to,
    });
    expect(answer.insights.map(({ text }) => text).join(' ')).toContain('October 2025');
  });

  test('contradict a question that takes a change for granted that was none', async () => {
    const [right] = (await asked('why did revenue change in September 2026')).insights;
    const rose = (await asked('why did revenue rise in September 2026')).insights[0]?.text;
    const fell = (await asked('Warum ist der Umsatz im September 2026 gesunken?')).insights[0]
      ?.text;
    expect(right?.text).not.toMatch(/not (?:up|down)/);
    const contradicted = [
      /went down, not up/.test(rose ?? ''),
      /gestiegen, nicht gesunken/.test(fell ?? ''),
    ];
    expect(contradicted.filter(Boolean)).toHaveLength(1);
  });

  test('make a ratio of two metrics where none has that name', async () => {
    const query = (metrics: string[], more: object = {}) =>
      store.analytics.query({
        tenantId: shop,
        query: {
          tenant_id: shop,
          metrics,
          time: { from: '2026-10-01', to: '2026-11-01' },
          ...more,
        },
      });
    const dimensions = ['customer.country'];
    const { rows } = await query(['units', 'orders'], { dimensions });
    const data = dataIn(await asked('units per order by country last month'));
    expect(data.tables[0]?.rows.map(({ ratio }) => ratio)).toEqual(
      rows.map((row) => Number(row.units) / Number(row.orders)),
    );
    expect(data.tables[0]?.columns.map(({ role }) => role)).toEqual([
      'dimension',
      'transformed',
      'metric',
      'metric',
    ]);
    const web = await query(['orders'], {
      filters: [{ dimension: 'channel', operator: 'equals', values: ['web'] }],
    });
    const all = await query(['orders']);
    const part = dataIn(await asked('what percentage of orders came from web last month'));
    expect(part.tables[0]?.rows[0]?.ratio).toBeCloseTo(
      Number(web.rows[0]?.orders) / Number(all.rows[0]?.orders),
      12,
    );
    expect(part.tables[0]?.columns[0]?.unit).toBe('ratio');
  });

  test('tell the one that was asked for and its value, not the whole span', async () => {
    for (const question of [
      'best weekday this year',
      'best day in October',
      'top 1 channel by revenue in October',
    ]) {
      const answer = await asked(question);
      const [row] = dataIn(answer).tables[0]?.rows ?? [];
      const [sentence, ...others] = answer.insights;
      expect(others).toEqual([]);
      const figures = sentence?.parts.filter(({ kind }) => kind === 'figure') ?? [];
      expect(figures).toMatchObject([{ value: Number(row?.revenue) }]);
      const named = row?.['time.weekday'] ?? row?.['order.channel'];
      if (named !== undefined) expect(sentence?.text).toContain(String(named));
    }
  });

  test('order, cut and compare ratios; nothing by nothing is unknown', async () => {
    const top = dataIn(await asked('top 2 countries by revenue per unit in 2026'));
    expect(top.tables[0]?.rows).toHaveLength(2);
    const [first, second] = top.tables[0]?.rows ?? [];
    expect(Number(first?.ratio)).toBeGreaterThan(Number(second?.ratio));
    const compared = dataIn(await asked('units per order last month vs the month before'));
    const row = compared.tables[0]?.rows[0];
    expect(row?.ratio_change).toBeCloseTo(Number(row?.ratio) / Number(row?.ratio_previous) - 1, 12);
    const nothing = dataIn(await asked('units per order in May 2024'));
    expect(nothing.tables[0]?.rows[0]?.ratio).toBeNull();
  });

  test('give shares of the whole that add up to one', async () => {
    const data = dataIn(await asked('share of revenue by channel last month'));
    const shares = data.tables[0]?.rows.map((row) => Number(row.revenue_share)) ?? [];
    expect(shares).toHaveLength(2);
    expect(shares.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
    const one = dataIn(await asked('share of Germany in revenue last month'));
    const germany = dataIn(await asked('revenue in Germany last month')).tables[0]?.rows[0];
    const all = dataIn(await asked('revenue last month')).tables[0]?.rows[0];
    expect(one.tables[0]?.rows[0]?.revenue_share).toBeCloseTo(
      Number(germany?.revenue) / Number(all?.revenue),
      12,
    );
  });

  test('add up and average over time', async () => {
    const total = dataIn(await asked('revenue last month')).tables[0]?.rows[0]?.revenue;
    const running = dataIn(await asked('cumulative revenue last month by day'));
    const rows = running.tables[0]?.rows ?? [];
    expect(rows).toHaveLength(31);
    expect(rows.at(-1)?.revenue_cumulative).toBeCloseTo(Number(total), 6);
    const mean = dataIn(await asked('3 day moving average of orders last month')).tables[0]?.rows;
    expect(mean?.[1]?.orders_moving_average).toBeNull();
    expect(mean?.[2]?.orders_moving_average).toBe(
      (Number(mean?.[0]?.orders) + Number(mean?.[1]?.orders) + Number(mean?.[2]?.orders)) / 3,
    );
  });

  test('count everything once in a running total of what does not add up', async () => {
    const running = dataIn(await asked('cumulative customers last month by day')).tables[0]?.rows;
    const whole = dataIn(await asked('customers last month')).tables[0]?.rows[0]?.customers;
    expect(running?.at(-1)?.customers_cumulative).toBe(whole);
    const sum = running?.reduce((all, row) => all + Number(row.customers), 0);
    expect(sum).toBeGreaterThan(Number(whole));
    const rate = await asked('share of average order value by channel last month');
    expect(rate.outcome).toMatchObject({ kind: 'decline', reason: 'unsupported' });
  });

  test('never compare a period with itself', async () => {
    const { frame } = await asked('revenue last month vs September 2026');
    if (frame?.time == null) throw new Error('no time');
    const { from, to } = frame.time;
    const answer = await ask.ask({
      tenantId: shop,
      question: 'x',
      frame: { ...frame, compare: { kind: 'range', from, to } },
    });
    expect(answer.outcome).toMatchObject({ kind: 'decline', reason: 'unsupported' });
  });

  test('keep to conditions on metrics and to the number of groups over time', async () => {
    const above = dataIn(await asked('products with revenue above 700 last month'));
    const all = dataIn(await asked('revenue by product last month'));
    const high = all.tables[0]?.rows.filter((row) => Number(row.revenue) > 700);
    expect(above.tables[0]?.rows).toEqual(high);
    const top = dataIn(await asked('top 2 products by revenue per month this year'));
    const names = new Set(top.tables[0]?.rows.map((row) => row['product.name']));
    expect(names.size).toBe(2);
  });
});

describe('questions of cause', () => {
  test('take a change apart so that each dimension adds up to it', async () => {
    const answer = await asked(
      'why did revenue drop last week compared with the week of 2 October?',
    );
    const other = await asked('why did revenue change in the last 14 days?');
    const data = dataIn(answer.data === null ? other : answer);
    const [total, ...parts] = data.tables;
    const change = Number(total?.rows[0]?.difference);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      const sum = part.rows.reduce((all, row) => all + Number(row.difference), 0);
      expect(sum, part.title).toBeCloseTo(change, 6);
    }
    const told = dataIn(other).tables[1];
    expect(told?.title).toBe('By country');
    expect(told?.rows[0]?.['customer.country']).toBe('FR');
  });
});

describe('counts', () => {
  test('are taken apart where their groups add up, and only there', async () => {
    const { data } = await asked('why did orders change last week?');
    const [total, ...parts] = data?.tables ?? [];
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      const sum = part.rows.reduce((all, row) => all + Number(row.difference), 0);
      const label = part.columns.find(({ role }) => role === 'contribution')?.label;
      if (label === 'Contribution') expect(sum).toBe(Number(total?.rows[0]?.difference));
    }
    const rate = dataIn(await asked('why did average order value change last week?'));
    expect(rate.notes.join()).toContain('does not add up over');
  });
});

describe('questions of the future and of the unusual', () => {
  test('forecast whole buckets with an interval, the running one first', async () => {
    const answer = await asked('forecast revenue for the next 7 days');
    const rows = dataIn(answer).tables[0]?.rows ?? [];
    const ahead = rows.filter((row) => row.forecast !== null);
    expect(ahead.map((row) => row.time)).toEqual(
      Array.from({ length: 8 }, (_, step) =>
        new Date(Date.parse('2026-11-20') + step * dayMs).toISOString().slice(0, 10),
      ),
    );
    for (const row of ahead) {
      expect(Number(row.low)).toBeLessThanOrEqual(Number(row.forecast));
      expect(Number(row.forecast)).toBeLessThanOrEqual(Number(row.high));
    }
    // Saturdays sell twice what Thursdays do
    expect(Number(ahead[1]?.forecast)).toBeGreaterThan(1.5 * Number(ahead[6]?.forecast));
    expect(rows.find((row) => row.time === '2026-11-20')?.revenue).toBeNull();
  });

  test('keep to the step that is asked for up to the end of the horizon', async () => {
    const answer = await asked('forecast revenue per day for the next month');
    const { tables, grain } = dataIn(answer);
    const ahead = (tables[0]?.rows ?? []).filter((row) => row.forecast !== null);
    expect(grain).toBe('day');
    expect(ahead.at(-1)?.time).toBe('2026-12-31');
  });

  test('are declined under a condition that nobody could keep to', async () => {
    for (const intent of ['forecast', 'anomalies'] as const) {
      const filters = [{ dimension: 'orders', operator: 'gt' as const, values: [5] }];
      const { outcome, data } = await asked('', {
        locale: 'en',
        frame: partsOf({ intent, filters }),
      });
      expect(data).toBeNull();
      expect(outcome).toMatchObject({ kind: 'decline' });
      expect(JSON.stringify(outcome)).toContain('a filter, such as a country');
    }
  });

  test('are declined for a forecast of what has been', async () => {
    const time = { from: '2026-10-01', to: '2026-11-01', label: 'October' };
    const horizon = { n: 1, grain: 'month' as const };
    const { outcome } = await asked('', {
      locale: 'en',
      frame: partsOf({ intent: 'forecast', time, horizon }),
    });
    expect(JSON.stringify(outcome)).toContain('of a time ahead');
  });

  test('find the day that stands out, and say what was expected', async () => {
    const answer = await asked('unusual days in revenue in the last 90 days');
    const data = dataIn(answer);
    const marked = data.tables[0]?.rows.filter((row) => row.unusual !== null) ?? [];
    expect(marked.map((row) => row.time)).toContain('2026-10-11');
    expect(answer.insights[0]?.text).toContain('October 11, 2026');
    expect(data.tables[0]?.rows[0]?.time).toBe('2026-08-22');
  });
});

describe('answers in the language of the question', () => {
  /** Titles, labels and notes. */
  const textsOf = ({ data, outcome }: AskAnswer): string[] => {
    if (outcome.kind === 'decline') return [outcome.message];
    if (data === null) throw new Error(JSON.stringify(outcome));
    const labelled = data.tables.flatMap(({ columns }) => columns);
    const words = [
      ...data.tables.map(({ title }) => title),
      ...labelled.map(({ label }) => label),
      ...data.tables.flatMap(({ rows, columns }) => {
        const [dimension] = columns.filter(({ role }) => role === 'dimension');
        return rows.slice(10).flatMap((row) => String(row[dimension?.name ?? ''] ?? ''));
      }),
      ...data.notes,
    ];
    return words.filter((text) => /\p{L}/u.test(text));
  };

  const questions = [
    ['Umsatz nach Kanal im letzten Monat', 'revenue by channel last month'],
    ['Umsatz letzten Monat im Vergleich zum Vorjahr', 'revenue last month vs last year'],
    ['Umsatz pro Woche in diesem Jahr', 'revenue per week this year'],
    ['Anteil am Umsatz nach Kanal letzten Monat', 'share of revenue by channel last month'],
    ['Anteil von Deutschland am Umsatz letzten Monat', 'share of Germany in revenue last month'],
    ['kumulierter Umsatz letzten Monat je Tag', 'cumulative revenue last month by day'],
    ['Warum hat sich der Umsatz letzte Woche verändert?', 'why did revenue change last week?'],
    [
      'Warum hat sich der durchschnittliche Bestellwert letzte Woche verändert?',
      'why did average order value change last week?',
    ],
    ['Umsatzprognose für die nächsten 4 Wochen', 'forecast revenue for the next 4 weeks'],
    [
      'Ungewöhnliche Tage beim Umsatz in den letzten 90 Tagen',
      'unusual days in revenue in the last 90 days',
    ],
    ['Umsatzprognose für die nächsten 500 Tage', 'forecast revenue for the next 500 days'],
    ['Umsatzprognose nach Kanal', 'forecast revenue by channel'],
  ] as const;

  test.each(questions)('%s', async (german, english) => {
    const there = await asked(german);
    const here = await asked(english);
    expect(there.outcome.language).toBe('de');
    const texts = textsOf(there);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => textsOf(here).includes(text))).toEqual([]);
    expect(texts.join(' | ')).not.toMatch(
      /\b(revenue|order|country|channel|by|the|of|and|all|others?|in all|no|before|change|difference|time|expected|usual|unusual|low|high|mean|value|running|total|share|forecast|there|data)\b/i,
    );
  });
});

describe('a German shop keeper', () => {
  test('sees the question’s parts and figures in German', async () => {
    const { chips, outcome, data } = await asked('Umsatz und Neukunden nach Land letzten Monat');
    expect(chips.map(({ label }) => label)).toEqual([
      'Umsatz',
      'Neukunden',
      'nach Land',
      expect.any(String),
    ]);
    expect(outcome.kind === 'answer' && outcome.interpretation).toMatch(
      /^Umsatz und Neukunden, nach Land/,
    );
    expect(data?.tables[0]?.columns.map(({ label }) => label)).toEqual([
      'Land',
      'Umsatz',
      'Neukunden',
    ]);
  });

  test('is offered questions in German that are answered', async () => {
    const { examples } = await ask.suggest(shop, '', 'de');
    expect(examples.length).toBe(6);
    for (const question of examples) {
      const answer = await asked(question);
      expect([question, answer.outcome.language, answer.data !== null]).toEqual([
        question,
        'de',
        true,
      ]);
    }
  });
});

describe('what is not answered', () => {
  test('is declined with questions that are', async () => {
    for (const question of [
      'what is the weather',
      'how loyal are our customers',
      'SELECT * FROM users',
    ]) {
      const answer = await asked(question);
      expect(answer.outcome.kind, question).toBe('decline');
      expect(answer.data).toBeNull();
      expect(answer.suggestions.length, question).toBeGreaterThan(0);
      for (const suggestion of answer.suggestions) {
        expect((await asked(suggestion)).data, suggestion).not.toBeNull();
      }
    }
  });

  test('is a fault when it is longer than anybody asks', async () => {
    await expect(asked('a'.repeat(2_001))).rejects.toMatchObject({ code: 'question_too_long' });
    expect((await asked('a '.repeat(1_000))).outcome.kind).toBe('decline');
    await expect(
      ask.ask({ tenantId: 'nobody' as never, question: 'revenue' }),
    ).rejects.toMatchObject({ code: 'tenant_not_found' });
  });

  test('is a frame that does not fit the model, wherever it came from', async () => {
    const { frame } = await asked('revenue last month');
    if (frame === null) throw new Error('no frame');
    const proposed = ask.ask({
      tenantId: shop,
      question: 'revenue',
      frame: { ...frame, metrics: ["revenue'; drop table sales"] },
    });
    await expect(proposed).rejects.toMatchObject({
      code: 'invalid_frame',
      at: expect.stringMatching(/^\/frame\/metrics(\/0)?$/),
    });
    const filters = [{ dimension: 'nothing', operator: 'equals' as const, values: ['x'] }];
    await expect(
      ask.ask({ tenantId: shop, question: 'revenue', frame: { ...frame, filters } }),
    ).rejects.toMatchObject({ at: expect.stringMatching(/^\/frame\/filters\/0/) });
  });
});

describe('conversations', () => {
  test('change the last answer, and a chip taken away is answered like a question', async () => {
    const first = await asked('revenue last month');
    const second = await asked('by channel', { previous: answered(first) });
    expect(second.frame).toMatchObject({ metrics: ['revenue'], dimensions: ['channel'] });
    const chip = second.chips.find(({ kind }) => kind === 'dimension');
    if (chip?.without === undefined) throw new Error('no chip');
    const third = await ask.ask({
      tenantId: shop,
      question: 'by channel',
      previous: answered(second),
      frame: chip.without,
    });
    expect(dataIn(third).tables[0]?.rows).toEqual(dataIn(first).tables[0]?.rows);
    expect(answered(third).interpretation).toBe(answered(first).interpretation);
  });

  test('keep a word that a correction taught', async () => {
    expect((await asked('dosh last month')).outcome.kind).toBe('decline');
    await ask.keep(shop, { kind: 'metric', name: 'revenue', language: 'en', phrase: 'dosh' });
    expect((await asked('dosh last month')).frame?.metrics).toEqual(['revenue']);
    await expect(
      ask.keep(shop, { kind: 'metric', name: 'nothing', language: 'en', phrase: 'x' }),
    ).rejects.toMatchObject({ code: 'invalid_synonym' });
  });
});

describe('suggestions', () => {
  test('complete words, and begin with questions that are answered', async () => {
    const typing = await ask.suggest(shop, 'revenue by cou');
    expect(typing.completions.map(({ text }) => text)).toContain('Country');
    const { examples } = await ask.suggest(shop, '');
    expect(examples.length).toBeGreaterThan(4);
    for (const example of examples) {
      expect((await asked(example)).data, example).not.toBeNull();
    }
  });
});
