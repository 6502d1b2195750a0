import { CloudEvent, emitterFor, HTTP, httpTransport, Mode } from 'cloudevents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderEvent, startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let key = '';
beforeAll(async () => {
  server = await startTestServer();
  key = await server.key('one', 'events:write', 'analytics:read', 'dead_letters:read');
});
afterAll(() => server.close());

async function post(body: string, headers: Readonly<Record<string, string>>) {
  const response = await fetch(`${server.url}/api/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, ...headers },
    body,
  });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

const order = (id: string) => {
  const { data, ...rest } = orderEvent({ id });
  return new CloudEvent({ ...rest, data: { ...data, order_id: id } });
};
const headersOf = (headers: object) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

describe('CloudEvents as their own SDK sends them', () => {
  it.each(['binary', 'structured'] as const)('is stored from the %s mode, once', async (mode) => {
    const { headers, body } = HTTP[mode](order(`sdk-${mode}`));
    const sent = () => post(String(body), headersOf(headers));
    expect(await sent()).toMatchObject({ status: 200, answer: { stored: 1, dead_lettered: 0 } });
    expect(await sent()).toMatchObject({ status: 200, answer: { duplicates: 1 } });
  });

  it('is stored from the SDK’s emitter as it comes, in binary mode', async () => {
    const transport = httpTransport(`${server.url}/api/events`);
    const emit = emitterFor(transport, { mode: Mode.BINARY });
    const answer = (await emit(order('sdk-emitted'), {
      headers: { authorization: `Bearer ${key}` },
    })) as { body: string };
    expect(JSON.parse(answer.body)).toMatchObject({ stored: 1 });
  });

  it('is stored from a batch', async () => {
    const batch = JSON.stringify([order('sdk-batch-1'), order('sdk-batch-2')]);
    const headers = { 'content-type': 'application/cloudevents-batch+json' };
    expect((await post(batch, headers)).answer).toMatchObject({ stored: 2 });
  });
});

describe('the binary mode', () => {
  const attributes = {
    'ce-specversion': '1.0',
    'ce-id': 'by-hand',
    'ce-source': '/kasse/%C3%BC',
    'ce-type': 'order.created',
    'ce-time': '2026-05-05T10:00:00Z',
    'content-type': 'application/json',
  };
  const { data } = orderEvent();

  it('is the same event as in the structured mode', async () => {
    const body = JSON.stringify(data);
    expect((await post(body, attributes)).answer).toMatchObject({
      stored: 1,
      results: [{ id: 'by-hand' }],
    });
    const { id, source, type, time } = {
      id: 'by-hand',
      source: '/kasse/ü',
      type: 'order.created',
      time: '2026-05-05T10:00:00Z',
    };
    const structured = JSON.stringify({ specversion: '1.0', id, source, type, time, data });
    const again = await post(structured, { 'content-type': 'application/json' });
    expect(again.answer).toMatchObject({ duplicates: 1 });
  });

  it('says what is wrong with an event, and what is no JSON', async () => {
    const faulty = await post('{"order_id":7}', { ...attributes, 'ce-id': 'faulty' });
    expect(faulty).toMatchObject({ status: 200, answer: { dead_lettered: 1 } });
    const torn = await post('{"order_id":', attributes);
    expect(torn).toMatchObject({ status: 400, answer: { code: 'malformed_json' } });
    const image = await post('GIF89a', { ...attributes, 'content-type': 'image/gif' });
    expect(image).toMatchObject({ status: 415, answer: { code: 'unsupported_data' } });
  });
});

describe('a body that is no event at all', () => {
  it.each(['{}', '{"order_id":"1"}', '[{},{}]', '[1,"two"]', 'null', '"text"'])(
    'is refused: %s',
    async (body) => {
      const answer = await post(body, { 'content-type': 'application/json' });
      expect(answer).toMatchObject({ status: 400, answer: { code: 'not_an_event' } });
    },
  );

  it('is not refused beside others that are', async () => {
    const body = JSON.stringify([{}, order('beside')]);
    const { answer } = await post(body, { 'content-type': 'application/json' });
    expect(answer).toMatchObject({ stored: 1, dead_lettered: 1 });
  });
});
