import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
/** One connection each, used again and again. */
let agents: Agent[];

beforeEach(async () => {
  server = await startTestServer();
  agents = Array.from({ length: 32 }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
});
afterEach(async () => {
  for (const agent of agents) agent.destroy();
  await server.close();
});

/** One request over a kept-alive connection: its status, or how it failed. */
async function ask(url: string, agent: Agent | undefined): Promise<number | string> {
  const asked = request(`${url}/livez`, { agent });
  asked.end();
  try {
    const [answer] = await once(asked, 'response');
    for await (const _ of answer) {
      // read to the end, so that the connection is free for the next
    }
    return answer.statusCode;
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}

it('cuts no request off that comes over a kept-alive connection while it stops', async () => {
  const { url, olympus } = server;
  const seen = new Map<number | string, number>();
  const open = new Set<Agent>();
  let stopped = false;
  const client = async (agent: Agent): Promise<void> => {
    while (!stopped) {
      const outcome = await ask(url, agent);
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      if (outcome !== 200) return;
      open.add(agent);
    }
  };
  const clients = agents.map(client);
  // a connection that is still to be accepted when the server stops is refused, whatever it does
  while (open.size < 32) await new Promise((resolve) => setTimeout(resolve, 10));
  await olympus.drain();
  await olympus.app.close();
  stopped = true;
  await Promise.all(clients);
  expect([...seen.keys()].filter((outcome) => outcome !== 200)).toEqual(['ECONNREFUSED']);
});

it('waits for a connection that carries nothing no longer than a second', async () => {
  const { url, olympus } = server;
  expect(await ask(url, agents[0])).toBe(200);
  const startMs = performance.now();
  await olympus.drain();
  expect(performance.now() - startMs).toBeGreaterThan(500);
  await olympus.app.close();
});
