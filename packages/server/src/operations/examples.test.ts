import type { Example, Operation } from '@olympus/contract';
import { tenantId } from '@olympus/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMessages } from '../cli/call/messages.js';
import { contracts } from '../contracts.generated.js';
import { orderEvent, startTestServer, type TestServer } from '../testing/test-server.js';
import type { Input } from './dispatcher.js';
import { toRequest } from './to-request.js';

const operations = contracts.flatMap((room) => room.operations);

/** Operations that show no example, and why. */
const needsJob = 'needs a job, and nobody can make one from outside; jobs.test.ts calls it';
const needsSchedule = 'needs a schedule, which rooms declare; jobs.test.ts calls it';
const needsModel = 'needs a model, which takes hundreds of buyers; ml.test.ts calls it';
const needsPerson = 'needs a person’s own inbox; delivery.test.ts calls it';
const needsEmail = 'needs the link of an email; delivery.test.ts follows it';
const needsCourse = 'needs an import at a moment of its course; files.test.ts calls it';
const withoutExample: Readonly<Record<string, string>> = {
  'ml.model': needsModel,
  'ml.train': needsModel,
  'ml.promote': needsModel,
  'ml.rollback': needsModel,
  'jobs.get': needsJob,
  'jobs.cancel': needsJob,
  'jobs.retry': needsJob,
  'jobs.get_any': needsJob,
  'jobs.cancel_any': needsJob,
  'jobs.retry_any': needsJob,
  'schedules.run': needsSchedule,
  'schedules.run_any': needsSchedule,
  'inbox.mark': needsPerson,
  'inbox.mark_all': needsPerson,
  'inbox.preferences': needsPerson,
  'inbox.prefer': needsPerson,
  'unsubscribe.look': needsEmail,
  'unsubscribe.confirm': needsEmail,
  'uploads.remove': 'would take away the file that others are shown with; files.test.ts calls it',
  'imports.rejected': needsCourse,
  'imports.stop': needsCourse,
  'imports.undo': needsCourse,
  'session.follow_link': 'needs a link that signs in once; session.test.ts follows it',
  'objects.download': 'needs a signed link to a file; objects.test.ts follows it',
  'session.set_password': 'needs a browser’s session; people.test.ts calls it',
  'personal_exports.get': 'what it fetches is made by a job, which takes its time',
};

let server: TestServer;
/** What the first example of each operation answered. */
const answered = new Map<string, unknown>();

beforeAll(async () => {
  server = await startTestServer();
  await server.platform.tenants.create({ id: 'shop', timeZone: 'Europe/Berlin' });
  const emmy = await server.platform.users.create({
    email: 'emmy@example.com',
    name: 'Emmy',
    password: 'a long enough pass phrase',
  });
  await server.platform.users.setRole(tenantId('shop'), emmy.id, 'viewer');
  const wrong = Array.from({ length: 3 }, () => orderEvent({ data: { order_id: 'X' } }));
  const known = orderEvent();
  const ofCustomer = { ...known, data: { ...known.data, customer_id: 'C-9' } };
  await sendEvents([...Array.from({ length: 5 }, () => orderEvent()), ofCustomer, ...wrong]);
}, 300_000);
afterAll(() => server.close());

const headers = () => ({
  authorization: `Bearer ${server.adminToken}`,
  'olympus-tenant': 'shop',
});

async function sendEvents(events: readonly object[]): Promise<void> {
  const response = await fetch(`${server.url}/api/events`, {
    method: 'POST',
    headers: headers(),
    body: JSON.stringify(events),
  });
  expect(response.status).toBe(200);
}

function inputOf({ input }: Example): Input {
  const text = JSON.stringify(input).replace(
    /\{\{([a-z_]+\.[a-z_]+)\/([\w/]+)\}\}/g,
    (_, id: string, pointer: string) => String(valueAt(answered.get(id), pointer.split('/'))),
  );
  return JSON.parse(text) as Input;
}

function valueAt(value: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined) return value;
  return valueAt((value as Readonly<Record<string, unknown>> | undefined)?.[first], rest);
}

async function run(operation: Operation, example: Example): Promise<unknown> {
  const { method, path, body } = toRequest(operation, inputOf(example));
  const [bytesType = 'application/json'] =
    operation.upload?.mediaTypes ?? operation.bytes?.mediaTypes ?? [];
  const sent = example.content ?? (body === undefined ? undefined : JSON.stringify(body));
  const gone = new AbortController();
  const response = await fetch(`${server.url}${path}`, {
    method,
    redirect: 'manual',
    signal: gone.signal,
    headers: { ...headers(), ...(sent === undefined ? {} : { 'content-type': bytesType }) },
    ...(sent === undefined ? {} : { body: sent }),
  });
  const { answer } = operation;
  const expected = { json: 200, none: 204, stream: 200, file: 200, redirect: 302 }[answer.kind];
  if (answer.kind === 'stream') {
    expect(response.status).toBe(expected);
    const message = await firstMessage(response);
    gone.abort();
    return message;
  }
  const text = await response.text();
  expect([response.status, text.slice(0, 500)]).toEqual([
    answer.kind === 'json' ? answer.status : expected,
    text.slice(0, 500),
  ]);
  return answer.kind === 'json' ? JSON.parse(text) : text;
}

async function firstMessage({ body }: Response): Promise<unknown> {
  if (body === null) throw new Error('a stream has a body');
  let told = false;
  const first = (async () => {
    for await (const message of readMessages(body as unknown as AsyncIterable<Uint8Array>)) {
      told = true;
      return JSON.parse(message) as unknown;
    }
    throw new Error('the stream ended without a message');
  })();
  // something has to happen for a stream to tell of
  while (!told) {
    await sendEvents([orderEvent()]);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return first;
}

describe('the examples', () => {
  it('exist for every operation, or it is said why not, and only there', () => {
    const bare = operations.filter(({ examples = [] }) => examples.length === 0);
    expect(bare.map(({ id }) => id).sort()).toEqual(Object.keys(withoutExample).sort());
  });

  const all = operations.flatMap((operation) =>
    (operation.examples ?? []).map((example) => ({ operation, example })),
  );
  it.each(all.map(({ operation, example }) => [operation.id, example.name, operation, example]))(
    '%s: %s',
    async (id, _name, operation, example) => {
      const answer = await run(operation, example);
      if (!answered.has(id)) answered.set(id, answer);
      if (example.answer !== undefined) expect(answer).toMatchObject(example.answer as object);
    },
    300_000,
  );
});
