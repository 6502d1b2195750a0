import type { IncomingMessage } from 'node:http';
import type {
  ActList,
  FunnelAnswer,
  FunnelCorrelations,
  FunnelPeople,
  FunnelPeopleQuery,
  FunnelQuery,
  PathAnswer,
  PathQuery,
} from '@olympus/sdk';

const acts = [
  ['page.viewed', 'Page seen', 9_000],
  ['product.viewed', 'Product seen', 4_000],
  ['checkout.started', 'Checkout started', 700],
  ['order.placed', 'Order placed', 420],
  ['wish.made', 'wish.made', 12],
] as const;

const actList: ActList = {
  tenant_id: 'harbour',
  days: 30,
  until: '2026-11-19T12:00:00.000Z',
  acts: acts.map(([act, label, count]) => ({
    act,
    label,
    own: act === 'wish.made',
    count,
    last_at: '2026-11-19T11:00:00.000Z',
    dimensions: act === 'order.placed' ? ['channel', 'customer.country'] : ['channel'],
  })),
  dimensions: [
    { name: 'channel', label: 'Channel', type: 'string', of_customer: false },
    { name: 'customer.country', label: 'Country', type: 'string', of_customer: true },
  ],
  suggested: ['page.viewed', 'product.viewed', 'checkout.started', 'order.placed'],
};

const source = (tenantId: string) => ({
  tenant_id: tenantId,
  time_zone: 'Europe/London',
  currency: 'GBP',
  range: { from: '2026-10-22', to: '2026-11-19' },
  freshness: { data_through: '2026-11-19T11:00:00.000Z', last_received_at: null },
  generated_at: '2026-11-19T12:00:00.000Z',
  elapsed_ms: 12,
});

const labelOf = (act: string) => acts.find(([name]) => name === act)?.[1] ?? act;
/** A third of each step goes on. */
const peopleAt = (step: number) => Math.round(3_600 / 3 ** step);

function funnel({ tenant_id, steps, breakdown, window, per, order }: FunnelQuery): FunnelAnswer {
  const nobody = steps[0]?.act === 'wish.made';
  const people = (step: number) => (nobody ? 0 : peopleAt(step));
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  const last = steps.length - 1;
  const time = { p25: 120, p50: 600, p75: 5_400, p90: 86_400 };
  const group = (value: string | null, part: number) => ({
    value,
    people: steps.map((_, index) => Math.round(people(index) * part)),
    share_of_start: share(people(last), people(0)),
    median_seconds: 600,
    worth: 1_000 * part,
  });
  return {
    ...source(tenant_id),
    comparison_range: { from: '2026-09-24', to: '2026-10-22' },
    order: order ?? 'ordered',
    per: per ?? 'person',
    window: { ...(window ?? { count: 7, unit: 'day' }), seconds: 604_800 },
    steps: steps.map(({ act, label, optional }, index) => ({
      number: index + 1,
      act,
      label: label ?? labelOf(act),
      optional: optional === true,
      people: people(index),
      share_of_start: share(people(index), people(0)),
      share_of_previous: index === 0 ? null : share(people(index), people(index - 1)),
      dropped: index === 0 ? 0 : people(index - 1) - people(index),
      time: index === 0 || nobody ? null : time,
      previous: {
        people: 100,
        share_of_start: 0.2,
        share_of_previous: index === 0 ? null : 0.3,
      },
    })),
    started: people(0),
    converted: people(last),
    rate: share(people(last), people(0)),
    open: nobody ? 0 : 40,
    times: [60, 600, 3_600, 86_400].map((to_seconds, index) => ({
      from_seconds: [0, 60, 600, 3_600][index] ?? 0,
      to_seconds,
      people: nobody ? 0 : 10 * (4 - index),
    })),
    trend: {
      grain: 'day',
      points: Array.from({ length: 28 }, (_, day) => ({
        at: new Date(Date.UTC(2026, 9, 22 + day)).toISOString().slice(0, 10),
        started: 100,
        converted: 8 + (day % 5),
        rate: 0.08 + (day % 5) / 100,
        open: day > 20,
      })),
    },
    worth: { total: 12_345.6, per_conversion: 92.1, per_start: 3.4, previous_total: 11_000 },
    breakdown: breakdown
      ? {
          dimension: breakdown.dimension,
          label: 'Channel',
          of: 'step',
          step: 1,
          touch: 'first',
          limit: 2,
          values: 5,
          groups: [group('web', 0.6), group('app', 0.3)],
          others: group(null, 0.1),
        }
      : null,
    notes: nobody
      ? [{ code: 'step_never', message: 'Nobody ever did it', step: 1 }]
      : [{ code: 'windows_open', message: '40 have not converted yet' }],
  };
}

const people = ({ tenant_id, steps, step, which, page = 1 }: FunnelPeopleQuery): FunnelPeople => ({
  ...source(tenant_id),
  step,
  which,
  page,
  limit: 50,
  total: 3,
  people: ['c_ann', 'c_ben', 'a_cleo'].map((key, index) => ({
    key,
    customer: index < 2,
    began_at: `2026-11-0${index + 1}T10:00:00.000Z`,
    step_times: steps.map((_, at) =>
      at < (which === 'dropped' ? step - 1 : step)
        ? `2026-11-0${index + 1}T1${at}:00:00.000Z`
        : null,
    ),
    seconds: which === 'dropped' ? null : 3_600 * (index + 1),
    open: which === 'dropped' && index === 0,
  })),
});

const correlations = ({ tenant_id }: { readonly tenant_id: string }): FunnelCorrelations => ({
  ...source(tenant_id),
  started: 3_600,
  converted: 133,
  rate: 133 / 3_600,
  tested: 2,
  too_few: 1,
  least_people: 20,
  confidence: 0.95,
  factors: [
    {
      kind: 'act',
      name: 'wish.made',
      label: 'wish.made',
      value: null,
      people: 120,
      converted: 30,
      rate: 0.25,
      others_rate: 0.03,
      difference: 0.22,
      low: 0.15,
      high: 0.29,
      p_adjusted: 0.0001,
      notable: true,
    },
    {
      kind: 'property',
      name: 'channel',
      label: 'Channel',
      value: 'web',
      people: 2_000,
      converted: 70,
      rate: 0.035,
      others_rate: 0.039,
      difference: -0.004,
      low: -0.02,
      high: 0.01,
      p_adjusted: 0.6,
      notable: false,
    },
  ],
});

function paths({ tenant_id, from, direction, depth, top, by }: PathQuery): PathAnswer {
  const node = (
    id: string,
    step: number,
    kind: PathAnswer['nodes'][number]['kind'],
    label: string,
    visits: number,
  ) => ({ id, step, kind, label, visits });
  return {
    ...source(tenant_id),
    from: from ? { act: from.act, label: labelOf(from.act) } : null,
    direction: direction ?? 'next',
    depth: depth ?? 3,
    top: top ?? 5,
    by: by ?? 'page',
    visits: 100,
    nodes: [
      node('0:start', 0, 'start', from ? labelOf(from.act) : '', 100),
      node('1:page:/cart', 1, 'page', '/cart', 60),
      node('1:end', 1, 'end', '', 40),
      node('2:act:order.placed', 2, 'act', 'Order placed', 20),
      node('2:others', 2, 'others', '', 40),
    ],
    links: [
      { from: '0:start', to: '1:page:/cart', visits: 60 },
      { from: '0:start', to: '1:end', visits: 40 },
      { from: '1:page:/cart', to: '2:act:order.placed', visits: 20 },
      { from: '1:page:/cart', to: '2:others', visits: 40 },
    ],
    notes: [],
  };
}

/** The answers of the pages of funnels and paths; undefined for another route. */
export async function fixtureJourneys(url: URL, request: IncomingMessage): Promise<unknown> {
  const of = /^\/api\/analytics\/(funnels\/\w+|paths\/run)$/.exec(url.pathname)?.[1];
  if (of === undefined) return undefined;
  if (of === 'funnels/acts') return actList;
  let text = '';
  for await (const chunk of request) text += chunk;
  const asked: unknown = JSON.parse(text);
  if (of === 'funnels/run') return funnel(asked as FunnelQuery);
  if (of === 'funnels/people') return people(asked as FunnelPeopleQuery);
  if (of === 'funnels/correlations') return correlations(asked as FunnelQuery);
  return paths(asked as PathQuery);
}
