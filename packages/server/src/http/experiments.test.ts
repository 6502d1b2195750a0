import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.js';

const path = '/api/analytics/experiments';
let server: TestServer;
let writer: string;
let reader: string;
let sender: string;
let stranger: string;

beforeAll(async () => {
  server = await startTestServer();
  writer = await server.key('one', 'analytics:read', 'model:read', 'experiments:write');
  reader = await server.key('one', 'analytics:read');
  sender = await server.key('one', 'events:write');
  stranger = await server.key('two', 'analytics:read', 'experiments:write', 'events:write');
}, 120_000);
afterAll(() => server.close());

const plan = (key: string, more: object = {}) => ({
  tenant_id: 'one',
  key,
  name: 'Checkout',
  primary: { metric: 'orders', kind: 'share' },
  secondary: [{ metric: 'average_order_value', kind: 'ratio' }],
  guardrails: [{ metric: 'revenue', kind: 'mean', margin: 0.05 }],
  ...more,
});
const make = (key: string, more: object = {}) =>
  server.call('POST', path, { bearer: writer, body: plan(key, more) });
const step = (key: string, verb: string, more: object = {}, bearer = writer) =>
  server.call('POST', `${path}/${key}/${verb}`, { bearer, body: { tenant_id: 'one', ...more } });
const results = (key: string, bearer = reader, tenant = 'one') =>
  server.call('GET', `${path}/${key}/results?tenant_id=${tenant}`, { bearer });
const send = async (events: readonly object[]) => {
  const sent = await server.call('POST', '/api/events', { bearer: sender, body: events });
  expect(sent.answer).toMatchObject({ stored: events.length, dead_lettered: 0 });
};

/** The arms of units, as the server gives them. */
async function assign(experiment: string, units: readonly string[]) {
  const { answer } = await server.call('POST', `${path}/assign`, {
    bearer: sender,
    body: { tenant_id: 'one', experiment, units: units.map((unit) => ({ unit })) },
  });
  return answer.assignments as { unit: string; arm: string | null; reason: string }[];
}

let serial = 0;
const event = (type: string, data: object, atMs: number) => {
  serial += 1;
  return {
    specversion: '1.0',
    id: `x-${serial}`,
    source: 'test',
    type,
    time: new Date(atMs).toISOString(),
    data,
  };
};

describe('an experiment from the plan to the archive', () => {
  it('counts exactly what units of each arm did after they were exposed', async () => {
    expect((await make('checkout')).status).toBe(201);
    expect((await step('checkout', 'start')).answer.state).toBe('running');
    const browsers = Array.from({ length: 1_000 }, (_, n) => `B-${n}`);
    const assigned = await assign('checkout', browsers);
    const startedMs = Date.now();
    const expected: Record<string, { units: number; orders: number; revenue: number }> = {
      control: { units: 0, orders: 0, revenue: 0 },
      treatment: { units: 0, orders: 0, revenue: 0 },
    };
    const events: object[] = [];
    for (const [n, { unit: browser, arm }] of assigned.entries()) {
      const told = expected[arm ?? ''];
      if (arm === null || told === undefined) throw new Error('everybody takes part');
      const data = { experiment_id: 'checkout', variant: arm, anonymous_id: browser };
      // the first counts, whatever follows
      for (const ms of [0, 1]) events.push(event('experiment.exposed', data, startedMs + ms));
      told.units += 1;
      // the treatment's visitors order more often; who orders becomes known
      if (n % (arm === 'control' ? 10 : 3) !== 0) continue;
      const amount = 10 + (n % 7);
      events.push(
        event(
          'customer.identified',
          { customer_id: `C-${n}`, anonymous_id: browser },
          startedMs + 2,
        ),
        event(
          'order.created',
          {
            order_id: `O-${n}`,
            customer_id: `C-${n}`,
            currency: 'EUR',
            items: [{ product_id: 'P1', quantity: 1, unit_price: amount }],
          },
          startedMs + 3,
        ),
      );
      told.orders += 1;
      told.revenue += amount;
    }
    // a browser that saw both, an arm that there is not, and another experiment
    for (const variant of ['control', 'treatment']) {
      const data = { experiment_id: 'checkout', variant, anonymous_id: 'both' };
      events.push(event('experiment.exposed', data, startedMs));
    }
    events.push(
      event(
        'experiment.exposed',
        { experiment_id: 'checkout', variant: 'green', anonymous_id: 'stray' },
        startedMs,
      ),
      event(
        'experiment.exposed',
        { experiment_id: 'other', variant: 'control', anonymous_id: 'elsewhere' },
        startedMs,
      ),
    );
    await send(events);
    const { answer } = await results('checkout');
    const arms = Object.values(expected);
    expect(answer.units).toEqual(arms.map(({ units }) => units));
    expect(answer.mixed_units).toBe(1);
    const [share, average, revenue] = answer.metrics;
    arms.forEach(({ units, orders, revenue: amount }, index) => {
      expect(share.arms[index].mean).toBeCloseTo(orders / units, 12);
      expect(average.arms[index].mean).toBeCloseTo(amount / orders, 10);
      expect(revenue.arms[index].mean).toBeCloseTo(amount / units, 10);
    });
    expect(answer.verdict).toMatchObject({ kind: 'winner', arm: 'treatment' });
    const unknown = answer.health.find((one: { check: string }) => one.check === 'unknown_arms');
    expect(unknown).toMatchObject({ status: 'warn', names: ['green'] });
    const segments = await server.call(
      'GET',
      `${path}/checkout/segments?tenant_id=one&by=returning`,
      { bearer: reader },
    );
    expect(segments.answer).toMatchObject({
      exploratory: true,
      segments: [{ value: 'new', arms: arms.map(({ units }) => ({ units })) }],
    });
  });

  it('is decided with what was known, kept in the archive and found again', async () => {
    expect((await step('checkout', 'stop')).answer.state).toBe('stopped');
    const reason = 'Green sells more.';
    const decided = await step('checkout', 'decide', { arm: 'treatment', reason });
    expect(decided.answer.decision).toMatchObject({
      arm: 'treatment',
      reason,
      verdict: { kind: 'winner' },
    });
    expect((await step('checkout', 'archive')).answer.state).toBe('archived');
    const found = await server.call(
      'GET',
      `${path}?tenant_id=one&state=archived&search=green%20sells`,
      { bearer: reader },
    );
    expect(found.answer.experiments).toMatchObject([
      { key: 'checkout', verdict: { kind: 'winner', arm: 'treatment' } },
    ]);
    const { answer } = await server.call('GET', `${path}/checkout?tenant_id=one`, {
      bearer: reader,
    });
    expect(answer.versions.map((one: { state: string }) => one.state)).toEqual([
      'archived',
      'decided',
      'stopped',
      'running',
      'draft',
    ]);
  });

  it('keeps tenants apart', async () => {
    expect((await results('checkout', stranger, 'two')).answer.code).toBe('experiment_not_found');
    expect((await results('checkout', stranger, 'one')).status).toBe(404);
    const list = await server.call('GET', `${path}?tenant_id=two`, { bearer: stranger });
    expect(list.answer.experiments).toEqual([]);
    const running = await server.call('GET', `${path}/running?tenant_id=one`, { bearer: stranger });
    expect(running.status).toBe(404);
  });
});

describe('clear answers', () => {
  it.each([
    [
      'weights that do not add up',
      'weights',
      { arms: arms(0.5, 0.4) },
      'invalid_experiment',
      '/arms',
    ],
    [
      'an arm that nobody would be shown',
      'nobody',
      { arms: arms(0.99999, 0.00001) },
      'invalid_experiment',
      '/arms/1/weight',
    ],
    [
      'a metric that there is not',
      'unknown',
      { primary: { metric: 'orderz', kind: 'share' } },
      'unknown_metric',
      '/primary/metric',
    ],
    [
      'a metric of no single unit',
      'sessions',
      { secondary: [{ metric: 'stock_on_hand', kind: 'mean' }] },
      'metric_not_per_unit',
      '/secondary/0/metric',
    ],
    ['a word of the interface', 'running', {}, 'invalid_experiment', '/key'],
    [
      'a bound that is no number',
      'rules',
      { rules: [{ attribute: 'orders', operator: 'gt', values: ['many'] }] },
      'invalid_experiment',
      '/rules/0/values',
    ],
  ])('to %s', async (_, key, more, code, at) => {
    const { status, answer } = await make(key, more);
    expect([status, answer.code, answer.at]).toEqual([400, code, at]);
  });

  it('to whoever changes what runs, skips a step or takes a key twice', async () => {
    await make('steps');
    expect((await make('steps')).answer.code).toBe('experiment_exists');
    expect((await step('steps', 'stop')).answer).toMatchObject({
      code: 'wrong_state',
      remedy: 'Start it with experiments.start.',
    });
    await step('steps', 'start');
    const { key: _, ...unchanged } = plan('steps');
    const saved = await server.call('PUT', `${path}/steps`, { bearer: writer, body: unchanged });
    expect([saved.status, saved.answer.code]).toEqual([409, 'experiment_running']);
    const removed = await server.call('DELETE', `${path}/steps?tenant_id=one`, { bearer: writer });
    expect([removed.status, removed.answer.code]).toEqual([409, 'wrong_state']);
    expect((await step('steps', 'decide', { arm: 'control', reason: 'x' })).answer.code).toBe(
      'wrong_state',
    );
    await step('steps', 'stop');
    expect((await step('steps', 'decide', { arm: 'blue', reason: 'x' })).answer).toMatchObject({
      code: 'invalid_experiment',
      at: '/arm',
    });
  });

  it('where a metric is gone: the list goes on, and what stopped is decided', async () => {
    const metric = `/api/tenants/one/metrics/half`;
    const half = {
      kind: 'arithmetic',
      expression: { operator: '/', left: { metric: 'revenue' }, right: { constant: 2 } },
      label: 'Half',
      unit: 'currency',
    };
    const keeper = await server.key('one', 'metrics:write');
    const declared = await server.call('PUT', metric, { bearer: keeper, body: half });
    expect(declared.status).toBe(200);
    await make('halved', { primary: { metric: 'half', kind: 'mean' } });
    await step('halved', 'start');
    const data = { experiment_id: 'halved', variant: 'control', anonymous_id: 'B-1' };
    await send([event('experiment.exposed', data, Date.now())]);
    await server.call('DELETE', metric, { bearer: keeper });
    expect((await results('halved')).answer.code).toBe('unknown_metric');
    const list = await server.call('GET', `${path}?tenant_id=one`, { bearer: reader });
    const listed = list.answer.experiments.find(({ key }: { key: string }) => key === 'halved');
    expect(listed).toMatchObject({ state: 'running', units: null, verdict: null });
    await step('halved', 'stop');
    const decided = await step('halved', 'decide', { arm: 'control', reason: 'Not measured.' });
    expect(decided.answer).toMatchObject({ state: 'decided', decision: { verdict: null } });
  });

  it('where a metric beside the primary one is gone: the rest is told, and what is missing', async () => {
    const metric = `/api/tenants/one/metrics/third`;
    const keeper = await server.key('one', 'metrics:write');
    const declared = await server.call('PUT', metric, {
      bearer: keeper,
      body: {
        kind: 'arithmetic',
        expression: { operator: '/', left: { metric: 'revenue' }, right: { constant: 3 } },
        label: 'Third',
        unit: 'currency',
      },
    });
    expect(declared.status).toBe(200);
    await make('thirds', { secondary: [{ metric: 'third', kind: 'mean' }] });
    await step('thirds', 'start');
    const data = { experiment_id: 'thirds', variant: 'control', anonymous_id: 'B-1' };
    await send([event('experiment.exposed', data, Date.now())]);
    await server.call('DELETE', metric, { bearer: keeper });
    const { answer } = await results('thirds');
    expect(answer.units).toEqual([1, 0]);
    expect(answer.metrics.map((one: { metric: string }) => one.metric)).toEqual([
      'orders',
      'revenue',
    ]);
    expect(answer.health).toContainEqual({
      check: 'metrics_gone',
      status: 'warn',
      value: 1,
      names: ['third'],
    });
  });

  it('to results that nobody was exposed for', async () => {
    await make('empty');
    expect((await results('empty')).answer.verdict.kind).toBe('not_started');
    await step('empty', 'start');
    expect((await results('empty')).answer).toMatchObject({
      verdict: { kind: 'no_exposures' },
      units: [0, 0],
    });
  });

  it('to readers who want to change something', async () => {
    expect((await step('empty', 'stop', {}, reader)).status).toBe(403);
  });
});

describe('layers and weights', () => {
  it('lets experiments of a layer share no unit, until it is full', async () => {
    const of = { layer: 'home', traffic: 0.6 };
    await make('first', of);
    await make('second', { ...of, traffic: 0.4 });
    await make('third', { ...of, traffic: 0.1 });
    for (const key of ['first', 'second']) expect((await step(key, 'start')).status).toBe(200);
    expect((await step('third', 'start')).answer).toMatchObject({
      code: 'layer_full',
      remedy: 'Take less traffic, or stop one of second, first.',
    });
    const units = Array.from({ length: 1_000 }, (_, n) => `U-${n}`);
    const [first, second] = [await assign('first', units), await assign('second', units)];
    // a unit is in one of the two, and in no more
    first.forEach(({ arm }, n) => {
      expect([arm, second[n]?.arm].filter((one) => one !== null)).toHaveLength(1);
    });
  });

  it('lets experiments of a layer share no unit when they start at once', async () => {
    for (const key of ['left', 'right']) await make(key, { layer: 'basket', traffic: 0.4 });
    const started = await Promise.all(['left', 'right'].map((key) => step(key, 'start')));
    for (const [index, key] of ['left', 'right'].entries()) {
      if (started[index]?.status === 200) continue;
      expect(started[index]?.answer.code).toBe('experiment_changed');
      expect((await step(key, 'start')).status).toBe(200);
    }
    const units = Array.from({ length: 500 }, (_, n) => `U-${n}`);
    const [left, right] = [await assign('left', units), await assign('right', units)];
    const both = units.filter((_, n) => left[n]?.arm !== null && right[n]?.arm !== null);
    expect(both).toEqual([]);
  });

  it('changes weights with few moves, says so, and measures anew', async () => {
    await make('weighed');
    const started = (await step('weighed', 'start')).answer;
    const { answer } = await step('weighed', 'reallocate', { weights: [0.2, 0.8] });
    expect(answer.kept).toBeCloseTo(0.7, 10);
    expect(Date.parse(answer.experiment.measured_from)).toBeGreaterThanOrEqual(
      Date.parse(started.measured_from),
    );
    const less = await step('weighed', 'reallocate', { traffic: 0.5 });
    expect(less.answer.kept).toBe(1);
    expect(less.answer.experiment.measured_from).toBe(answer.experiment.measured_from);
    expect((await step('weighed', 'reallocate', { weights: [0.2] })).answer.at).toBe('/weights');
  });

  it('holds a share of all units out', async () => {
    await server.call('PUT', `${path}/holdout`, {
      bearer: writer,
      body: { tenant_id: 'one', share: 0.2 },
    });
    const units = Array.from({ length: 500 }, (_, n) => `U-${n}`);
    const reasons = (await assign('weighed', units)).map(({ reason }) => reason);
    const out = reasons.filter((reason) => reason === 'held_out');
    expect(out.length).toBeGreaterThan(60);
    expect(out.length).toBeLessThan(140);
  });
});

function arms(...weights: readonly number[]) {
  return weights.map((weight, index) => ({ key: `a${index}`, weight }));
}
