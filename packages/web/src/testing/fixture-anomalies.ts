import type {
  Anomalies,
  AnomaliesBacktest,
  Anomaly,
  AnomalyDetector,
  ExplainedPart,
  Explanation,
  Insights,
} from '@olympus/sdk';

const DAYS = 60;
const start = Date.parse('2026-09-20T00:00:00Z');
const dayOf = (index: number) => new Date(start + index * 86_400_000).toISOString().slice(0, 10);

const metric: Anomalies['metric'] = {
  name: 'revenue',
  label: 'Revenue',
  description: 'What customers were charged',
  formula: 'sum of net',
  unit: 'currency',
  polarity: 'up_good',
  additive: true,
};

const spans = (index: number): Anomaly['explain'] => ({
  time: { from: dayOf(index), to: dayOf(index + 1) },
  compare: { from: dayOf(index - 7), to: dayOf(index - 6) },
});

function anomaly(index: number, of: Partial<Anomaly>): Anomaly {
  return {
    id: `outlier~${dayOf(index)}`,
    series: null,
    series_label: 'Revenue',
    time: dayOf(index),
    until: null,
    kind: 'outlier',
    direction: 'above',
    value: 4_100,
    expected: 2_000,
    low: 1_400,
    high: 2_600,
    size: 2_100,
    deviations: 6.2,
    p_value: 0.00002,
    verdict: null,
    verdict_of: null,
    explain: spans(index),
    ...of,
  };
}

const found: readonly Anomaly[] = [
  anomaly(50, {
    id: `level_shift~${dayOf(50)}`,
    kind: 'level_shift',
    direction: 'below',
    size: -400,
    p_value: null,
  }),
  anomaly(40, {}),
  anomaly(20, {
    kind: 'missing_data',
    id: `missing_data~${dayOf(20)}`,
    direction: 'below',
    value: 0,
    size: -2_000,
  }),
];

/** Labels that were given, by the anomaly's id. */
const labels = new Map<string, 'expected' | 'real'>();

const common = {
  metric,
  grain: 'day',
  breakdown: null,
  series: [
    {
      key: null,
      label: 'Revenue',
      buckets: Array.from({ length: DAYS }, (_, index) => {
        const expected = (2_000 + 300 * Math.sin((index % 7) / 2)) * (index >= 50 ? 0.8 : 1);
        const value =
          index === 40 ? 4_100 : index === 20 ? 0 : expected + 150 * Math.sin(index * 2);
        const marked = index === 40 || index === 20;
        return {
          t: dayOf(index),
          value,
          expected,
          low: expected - 600,
          high: expected + 600,
          marked,
        };
      }),
    },
  ],
  tested: DAYS,
  false_alarm_rate: 0.001,
  expected_false_alarms: 0.06,
  false_discovery_rate: null,
  currency: 'GBP',
  time_zone: 'Europe/London',
} as const;

export function fixtureAnomalies(): Anomalies {
  const verdictOf = (one: Anomaly): Anomaly => ({
    ...one,
    verdict: labels.get(one.id) ?? null,
    verdict_of: labels.has(one.id) ? one.time : null,
  });
  const all = found.map(verdictOf);
  return {
    ...common,
    status: 'ok',
    range: { from: dayOf(0), to: dayOf(DAYS) },
    freshness: { data_through: null, last_received_at: null },
    anomalies: all.filter(({ verdict }) => verdict !== 'expected'),
    expected: all.filter(({ verdict }) => verdict === 'expected'),
    holidays: [],
  };
}

export function fixtureBacktest(): AnomaliesBacktest {
  return { ...common, anomalies: found.map((one) => ({ ...one, seen: one.time })) };
}

/** Keeps what was said of one of the anomalies. */
export function fixtureLabel(said: {
  readonly kind: string;
  readonly time: string;
  readonly verdict: 'expected' | 'real' | null;
}): void {
  const id = `${said.kind}~${said.time}`;
  if (said.verdict === null) labels.delete(id);
  else labels.set(id, said.verdict);
}

function group(
  value: string | null,
  previous: number,
  current: number,
  status: 'changed' | 'new' | 'vanished' = 'changed',
): ExplainedPart['groups'][number] {
  const difference = current - previous;
  const change = previous === 0 ? null : difference / previous;
  return {
    values: [value],
    status,
    current,
    previous,
    difference,
    change,
    contribution: difference,
  };
}

const part = (name: string, label: string, groups: ExplainedPart['groups']): ExplainedPart => ({
  dimensions: [{ name, label }],
  method: 'additive',
  divergence: 0.1,
  groups,
  others: {
    count: 3,
    current: 30,
    previous: 50,
    difference: -20,
    change: -0.4,
    contribution: -20,
  },
});

export function fixtureExplanation(): Explanation {
  return {
    metric,
    range: { from: '2026-11-09', to: '2026-11-16' },
    comparison_range: { from: '2026-11-02', to: '2026-11-09' },
    time_zone: 'Europe/London',
    currency: 'GBP',
    freshness: { data_through: null, last_received_at: null },
    total: { current: 830, previous: 1_050, difference: -220, change: -220 / 1_050 },
    top: [
      {
        dimension: 'channel',
        label: 'Channel',
        value: 'app',
        contribution: -300,
        excess: -240,
        share: 300 / 220,
      },
    ],
    dimensions: [
      part('channel', 'Channel', [
        group('app', 400, 100),
        group('web', 600, 650),
        group('market', 0, 50, 'new'),
      ]),
      part('customer.country', 'Country', [group('DE', 600, 500), group('FR', 400, 300)]),
    ],
    pairs: [
      {
        ...part('channel', 'Channel', [{ ...group('app', 400, 200), values: ['app', 'DE'] }]),
        dimensions: [
          { name: 'channel', label: 'Channel' },
          { name: 'customer.country', label: 'Country' },
        ],
      },
    ],
    tree: [
      {
        key: 'orders',
        label: 'Orders',
        parent: null,
        unit: 'count',
        current: 20,
        previous: 25,
        effect: -200,
      },
      {
        key: 'average_order_value',
        label: 'Average order value',
        parent: null,
        unit: 'currency',
        current: 41.5,
        previous: 42,
        effect: -20,
      },
    ],
    context: [
      {
        kind: 'promotion_started',
        name: 'fair',
        at: '2026-11-09',
        current: 7,
        previous: null,
        unit: 'number',
      },
      {
        kind: 'price_changed',
        name: 'Cup',
        at: null,
        current: 12,
        previous: 10,
        unit: 'currency',
      },
    ],
    skipped: [],
    truncated: false,
  };
}

/** What was saved so far. */
const detectors: AnomalyDetector[] = [];
export const fixtureDetectors = () => ({ detectors });

export function fixtureSaved(asked: Partial<AnomalyDetector>): AnomalyDetector {
  const saved: AnomalyDetector = {
    name: 'Detector',
    metric: 'revenue',
    grain: 'day',
    breakdown: null,
    sensitivity: 'medium',
    filters: [],
    saved_at: '2026-11-19T12:00:00.000Z',
    ...asked,
    id: `d-${detectors.length}`,
  };
  detectors.push(saved);
  return saved;
}

export function fixtureInsights(quiet: boolean): Insights {
  return {
    tested: 114,
    false_discovery_rate: 0.05,
    through: '2026-11-18',
    currency: 'GBP',
    time_zone: 'Europe/London',
    insights: quiet
      ? []
      : [
          {
            id: 'anomaly 1',
            kind: 'anomaly',
            metric: { name: 'revenue', label: 'Revenue', unit: 'currency', polarity: 'up_good' },
            direction: 'down',
            sentence: {
              template: 'day_below',
              text: 'Revenue on Wed 18 Nov: £830, 21% below the usual £1,050.',
              parts: [
                { kind: 'label', text: 'Revenue' },
                { kind: 'text', text: ' on Wed 18 Nov: ' },
                {
                  kind: 'figure',
                  text: '£830',
                  value: 830,
                  origin: 'cell',
                  cells: ['e0/0/revenue'],
                },
                { kind: 'text', text: ', 21% below the usual £1,050.' },
              ],
            },
            cause: null,
            evidence: [],
            money: 220,
            certainty: 0.99,
            score: 218,
            chart: {
              kind: 'line',
              unit: 'currency',
              points: common.series[0].buckets.slice(-28).map(({ t, value, low, high }, index) => ({
                t,
                value,
                low,
                high,
                marked: index === 27,
              })),
            },
            action: { kind: 'explain', text: 'See what drove it' },
            span: { from: '2026-11-18', to: '2026-11-19' },
            compare: { from: '2026-11-11', to: '2026-11-12' },
          },
        ],
  };
}
