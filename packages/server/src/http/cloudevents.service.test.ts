import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderEvent, startTestServer, type TestServer } from '../testing/test-server.js';

const venv = fileURLToPath(new URL('../../../../node_modules/.cache/cloudevents', import.meta.url));
const python = join(venv, 'bin', 'python');

/** Whether there is a Python with CloudEvents' own SDK; made where a package index can be reached. */
function hasSdk(): boolean {
  try {
    if (!existsSync(python)) {
      execFileSync('python3', ['-m', 'venv', venv], { stdio: 'ignore' });
      execFileSync(python, ['-m', 'pip', 'install', '--quiet', 'cloudevents==2.2.0'], {
        stdio: 'ignore',
        timeout: 120_000,
      });
    }
    execFileSync(python, ['-c', 'import cloudevents'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('Python’s CloudEvents SDK is not to be had here: not tried');
    return false;
  }
}

/** Prints headers and body of one event as the SDK makes them. */
const script = `
import json, sys
from datetime import datetime, timezone
from cloudevents.core.bindings import http
from cloudevents.core.formats.json import JSONFormat
from cloudevents.core.v1.event import CloudEvent

given = json.load(sys.stdin)
time = datetime(2026, 5, 5, 10, tzinfo=timezone.utc)
attributes = {**given["attributes"], "specversion": "1.0", "time": time, "datacontenttype": "application/json"}
made = getattr(http, given["mode"])(CloudEvent(attributes, given["data"]), JSONFormat())
print(json.dumps({"headers": made.headers, "body": made.body.decode()}))
`;

describe.skipIf(!hasSdk())('CloudEvents as Python’s SDK makes them', () => {
  let server: TestServer;
  let key = '';
  beforeAll(async () => {
    server = await startTestServer();
    key = await server.key('one', 'events:write');
  });
  afterAll(() => server?.close());

  it.each(['to_binary', 'to_structured'])('is stored: %s', async (mode) => {
    const { data } = orderEvent();
    const attributes = { id: `python-${mode}`, source: '/kasse/ü', type: 'order.created' };
    const input = JSON.stringify({ mode, attributes, data });
    const made = JSON.parse(execFileSync(python, ['-c', script], { input }).toString()) as {
      headers: Record<string, string>;
      body: string;
    };
    const response = await fetch(`${server.url}/api/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, ...made.headers },
      body: made.body,
    });
    expect(await response.json()).toMatchObject({
      stored: 1,
      results: [{ id: `python-${mode}`, outcome: 'stored' }],
    });
  });
});
